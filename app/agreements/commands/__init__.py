"""Everything that can be done to offers, texts and signatures; a file a noun."""
