"""The rules, a file for each group of grounds. Words are written folded: small letters, no accents, plain quotes."""
