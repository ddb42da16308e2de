"""The proof: what the record says about the free will behind one agreement. Pure, standard library only."""
