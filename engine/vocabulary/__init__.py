"""What exists: classes, properties, concepts and the phrases they are spoken with (from ``ontology/``)."""
