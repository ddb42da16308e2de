"""The words of the rules about how a text reaches people: read aloud, understood, signed without pressure."""

from app.audit.rule_words.shape import RuleWords

RULES: dict[str, RuleWords] = {}

REASONS: dict[str, str] = {}
