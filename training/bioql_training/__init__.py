"""Training of the small model that BioQL Assistant ships: base, data, training loop and GGUF export."""
