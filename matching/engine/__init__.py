"""The engine: goals as levels on shrinking faces, solved exactly with OR-Tools network flow. Arrays in, arrays out."""
