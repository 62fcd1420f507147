"""What a change of the rule base does: a folder of cases under two rule bases, and which answers differ, by which edit."""
