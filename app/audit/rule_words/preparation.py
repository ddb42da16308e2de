"""The words of the rules about getting ready: mandates, private talks, standstill, ties, the office's two roles."""

from app.audit.rule_words.shape import RuleWords

RULES: dict[str, RuleWords] = {}

REASONS: dict[str, str] = {}
