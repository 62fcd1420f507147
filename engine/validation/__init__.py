"""Published cases: what an authority held, beside what the rules say on the facts that were published."""
