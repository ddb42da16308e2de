"""The verifier: what a stranger runs to check a bundle without the server, standard library only."""
