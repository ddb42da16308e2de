"""What people type about offers, texts and signatures; a file a noun."""
