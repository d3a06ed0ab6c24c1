"""A file for the tests inside VS Code."""
