"""Reading reviews and certificates: what the record proves, in the shape that pages show."""
