"""One undertaking's case: read from a file, checked, typed, and turned into facts and into a graph."""
