"""The encoding on an axis of its own: rule bases as archives (``rulebase/1``) and as revisions of a git repository."""

from engine.archive.opening import open_rules

__all__ = ["open_rules"]
