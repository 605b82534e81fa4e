"""Golden audits: what the tool says of whole documents, line by line, kept so that a change of any rule shows its effect."""
