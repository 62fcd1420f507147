"""A new rule with all that belongs to it: rule, scenario, row in the inventory, unit of law, goal; drafts that assert nothing."""
