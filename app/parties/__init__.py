"""Who is at the table: sides, persons with their seats, those who must decide, consent to take part."""
