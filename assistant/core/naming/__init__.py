"""What things are called: the role as the employer words it, the employer, the agency beside it. Unknown is None, never a guess."""
