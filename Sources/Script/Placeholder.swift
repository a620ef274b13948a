// Placeholder until the first file of Script lands.
