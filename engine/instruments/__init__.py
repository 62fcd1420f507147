"""Survey instruments: what each asks, how it is scored, and the questions that a result raises. A score decides nothing."""
