// Placeholder until the first file of Grading lands.
