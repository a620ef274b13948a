// Placeholder until the first test of Script lands.
