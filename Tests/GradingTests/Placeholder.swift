// Placeholder until the first test of Grading lands.
