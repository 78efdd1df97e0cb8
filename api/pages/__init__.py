"""Pages: HTML beside the JSON of ``api.routes``. Every page has a typed context and works without JavaScript."""
