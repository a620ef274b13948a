// Placeholder until the first file of Prelude lands.
