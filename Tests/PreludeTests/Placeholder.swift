// Placeholder until the first test of Prelude lands.
