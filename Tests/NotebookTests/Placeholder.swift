// Placeholder until the first test of Notebook lands.
