"""The words of the rules about the sitting: room, time, equal treatment, the record handed out."""

from app.audit.rule_words.shape import RuleWords

RULES: dict[str, RuleWords] = {}

REASONS: dict[str, str] = {}
