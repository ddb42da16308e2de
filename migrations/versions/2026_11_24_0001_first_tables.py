"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "agreements",
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("agreement", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("offer", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("fixed_at", sa.String(), nullable=False),
        sa.Column("released_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("dialogue", "agreement"),
    )
    op.create_index(op.f("ix_agreements_code"), "agreements", ["code"], unique=False)
    op.create_table(
        "bodies",
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("dialogue", "digest"),
    )
    op.create_table(
        "deciders",
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("because", sa.String(), nullable=False),
        sa.Column("adult", sa.String(), nullable=False),
        sa.Column("taking_part", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("dialogue", "person"),
    )
    op.create_table(
        "dialogues",
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("khmer", sa.String(), nullable=False),
        sa.Column("latin", sa.String(), nullable=False),
        sa.Column("summary_khmer", sa.String(), nullable=False),
        sa.Column("summary_latin", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("resource", sa.String(), nullable=False),
        sa.Column("province", sa.String(), nullable=False),
        sa.Column("rulebook", sa.String(), nullable=False),
        sa.Column("track", sa.String(), nullable=False),
        sa.Column("frozen", sa.Boolean(), nullable=False),
        sa.Column("cooling_off_days", sa.Integer(), nullable=False),
        sa.Column("slot", sa.String(), nullable=False),
        sa.Column("closures", sa.String(), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("withdraw_until", sa.String(), nullable=False),
        sa.Column("slot_at", sa.String(), nullable=False),
        sa.Column("ended", sa.String(), nullable=False),
        sa.Column("pause", sa.String(), nullable=False),
        sa.Column("paused_by", sa.String(), nullable=False),
        sa.Column("paused_since", sa.String(), nullable=False),
        sa.Column("opened_at", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("dialogue"),
    )
    op.create_table(
        "disclosures",
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("disclosure", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("dialogue", "number", "place"),
    )
    op.create_table(
        "form_keys",
        sa.Column("once", sa.String(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("once"),
    )
    op.create_table(
        "if_no_statements",
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("consequences", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("dialogue"),
    )
    op.create_table(
        "mandates",
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("mandate", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("principals", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("until", sa.String(), nullable=False),
        sa.Column("witnessed", sa.Boolean(), nullable=False),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("dialogue", "mandate"),
    )
    op.create_table(
        "nodes",
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("seed", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("origin"),
    )
    op.create_table(
        "offer_drafts",
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("draft", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("counters", sa.String(), nullable=False),
        sa.Column("rows", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("dialogue", "draft"),
    )
    op.create_table(
        "offers",
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("offer", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("terms", sa.String(), nullable=False),
        sa.Column("counters", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("tabled_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("dialogue", "offer"),
    )
    op.create_table(
        "participants",
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("khmer", sa.String(), nullable=False),
        sa.Column("latin", sa.String(), nullable=False),
        sa.Column("sex", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("dialogue", "person"),
    )
    op.create_table(
        "persons",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("khmer", sa.String(), nullable=False),
        sa.Column("latin", sa.String(), nullable=False),
        sa.Column("sex", sa.String(), nullable=False),
        sa.Column("staff", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persons")),
    )
    op.create_table(
        "positions",
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("position", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("stated_at", sa.String(), nullable=False),
        sa.Column("order", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("dialogue", "position"),
    )
    op.create_table(
        "record_lines",
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("line", sa.String(), nullable=False),
        sa.Column("peaks", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("dialogue", "number"),
    )
    op.create_index("ix_record_lines_about", "record_lines", ["dialogue", "about", "number"], unique=False)
    op.create_table(
        "recordings",
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("sound", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("dialogue", "digest"),
    )
    op.create_table(
        "rehearsal_clock",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ahead", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rehearsal_clock")),
    )
    op.create_table(
        "rooms",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("khmer", sa.String(), nullable=False),
        sa.Column("latin", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "seats",
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("dialogue", "person", "role"),
    )
    op.create_index(op.f("ix_seats_person"), "seats", ["person"], unique=False)
    op.create_table(
        "sessions",
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("starts", sa.String(), nullable=False),
        sa.Column("ends", sa.String(), nullable=False),
        sa.Column("room", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("agenda", sa.String(), nullable=False),
        sa.Column("agenda_number", sa.Integer(), nullable=False),
        sa.Column("in_review", sa.String(), nullable=False),
        sa.Column("approved", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("dialogue", "session"),
    )
    op.create_index(op.f("ix_sessions_starts"), "sessions", ["starts"], unique=False)
    op.create_table(
        "side_outcomes",
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("offer", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("dialogue", "offer", "side"),
    )
    op.create_table(
        "sides",
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("khmer", sa.String(), nullable=False),
        sa.Column("latin", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("deciders_closed", sa.Integer(), nullable=False),
        sa.Column("left", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("dialogue", "side"),
    )
    op.create_table(
        "sign_ins",
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("started", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_sign_ins")),
    )
    op.create_index(op.f("ix_sign_ins_person"), "sign_ins", ["person"], unique=False)
    op.create_table(
        "signatures",
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("agreement", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("session", sa.String(), nullable=False),
        sa.Column("signed_at", sa.String(), nullable=False),
        sa.Column("attested", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("dialogue", "agreement", "person"),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("signatures")
    op.drop_index(op.f("ix_sign_ins_person"), table_name="sign_ins")
    op.drop_table("sign_ins")
    op.drop_table("sides")
    op.drop_table("side_outcomes")
    op.drop_index(op.f("ix_sessions_starts"), table_name="sessions")
    op.drop_table("sessions")
    op.drop_index(op.f("ix_seats_person"), table_name="seats")
    op.drop_table("seats")
    op.drop_table("rooms")
    op.drop_table("rehearsal_clock")
    op.drop_table("recordings")
    op.drop_index("ix_record_lines_about", table_name="record_lines")
    op.drop_table("record_lines")
    op.drop_table("positions")
    op.drop_table("persons")
    op.drop_table("participants")
    op.drop_table("offers")
    op.drop_table("offer_drafts")
    op.drop_table("nodes")
    op.drop_table("mandates")
    op.drop_table("if_no_statements")
    op.drop_table("form_keys")
    op.drop_table("disclosures")
    op.drop_table("dialogues")
    op.drop_table("deciders")
    op.drop_table("bodies")
    op.drop_index(op.f("ix_agreements_code"), table_name="agreements")
    op.drop_table("agreements")
