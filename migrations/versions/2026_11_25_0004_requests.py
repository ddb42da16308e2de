"""Requests for a peace table, which an office keeps beside the record. Not guarded: they come before there is one."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

COLUMNS = (
    "request",
    "asker",
    "name",
    "reach",
    "place",
    "words",
    "asked_at",
    "status",
    "answer",
    "answered_at",
    "answered_by",
    "dialogue",
)


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "table_requests",
        *(sa.Column(name, sa.String(), nullable=False) for name in COLUMNS),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("request"),
    )


def downgrade() -> None:
    """Take it away."""
    op.drop_table("table_requests")
