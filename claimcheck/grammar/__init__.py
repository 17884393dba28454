"""What value kinds are built from: tokens, numerals, hedges, the calendar, units, senses and their wording."""
