// Placeholder until the first test of Plots lands.
