"""From facts and rules to conclusions: durable-rules joins, the driver decides negation and counting, stratum by stratum."""
