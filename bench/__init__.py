"""How fast it is, measured on the reference case. ``make bench`` runs it and writes the table of docs/performance.md."""
