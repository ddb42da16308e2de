"""Who may do what and who may see what: two tables and a viewer. Pure, standard library only."""
