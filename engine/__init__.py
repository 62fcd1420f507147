"""Forsvarlig's engine: from a case file and a rule base to an assessment with its proof."""

__version__ = "0.1.0"
