// Placeholder until the first file of Plots lands.
