"""Findings about a rule base that can be read and yet says something odd: what is never used, never holds, or is said twice."""
