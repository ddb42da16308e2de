"""Pages of offers, texts and signatures; a file a noun."""
