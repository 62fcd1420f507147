"""The rule language: from sentences in a ``.regel`` file to checked rules, with every error at once."""
