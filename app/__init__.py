"""Peace Table: a server for peace tables and for the proof that an agreement was free."""
