// Placeholder until the first test of duel lands.
