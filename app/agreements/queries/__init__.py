"""Reading offers, texts and signatures; a file a noun."""
