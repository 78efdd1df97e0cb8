"""Routes: the JSON API. Thin: read the request, call one service, answer its view."""
