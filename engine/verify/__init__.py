"""A small checker of recorded assessments: it walks the proof, and trusts neither the engine nor a checksum. See ``docs/verify.md``."""
