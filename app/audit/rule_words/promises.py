"""The words of the rules about promises, reports, do no harm and what follows."""

from app.audit.rule_words.shape import RuleWords

RULES: dict[str, RuleWords] = {}

REASONS: dict[str, str] = {}
