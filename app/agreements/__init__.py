"""Offers, answers, texts and signatures."""
