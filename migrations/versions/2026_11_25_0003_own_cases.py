"""What a rehearsal keeps beside the record: own cases, and logs it forgot. Neither is guarded."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "own_cases", sa.Column("dialogue", sa.String(), nullable=False), sa.PrimaryKeyConstraint("dialogue")
    )
    op.create_table(
        "forgotten_logs",
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("dialogue"),
    )


def downgrade() -> None:
    """Take them away."""
    op.drop_table("forgotten_logs")
    op.drop_table("own_cases")
