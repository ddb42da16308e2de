"""What must be true before offers, texts and signatures change. Pure; a file a noun."""
