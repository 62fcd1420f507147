"""What an editor asks of the rule base while it is being changed: pure functions over texts; ``cli.lsp`` speaks the protocol."""
