"""The recorded derivation of every outcome, and its readers. No reader reasons again."""
