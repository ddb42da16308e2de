"""The record grows by one entry at its end, and nothing in it is ever changed: triggers on both databases."""

from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

HERE = Path(__file__).resolve().parent.parent
TABLES = ("record_lines", "disclosures", "bodies", "recordings")


def upgrade() -> None:
    """Put the triggers on."""
    dialect = op.get_bind().dialect.name
    for statement in (HERE / f"{dialect}_append_only.sql").read_text().split("\n\n"):
        op.get_bind().exec_driver_sql(statement.replace("%", "%%") if dialect == "postgresql" else statement)


def downgrade() -> None:
    """Take the triggers off."""
    dialect = op.get_bind().dialect.name
    for table in TABLES:
        for name in ("no_update", "no_delete", "next_only", "no_truncate"):
            if dialect == "postgresql":
                op.execute(f"DROP TRIGGER IF EXISTS {table}_{name} ON {table}")
            else:
                op.execute(f"DROP TRIGGER IF EXISTS {table}_{name}")
