"""What facts about offers, texts and signatures do to the tables; a file a noun."""
