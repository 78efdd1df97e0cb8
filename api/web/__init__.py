"""What routes and pages share about HTTP: sessions, forms, errors, limits, headers.

Theory of operation. A request goes through, in this order:

1. ``api.application.Application``: the session of the cookie is looked up and put in ``scope["state"]``, and the
   security headers are put on whatever answer comes, unknown addresses included.
2. ``idempotency``: a post of the API that was answered before gets the same answer.
3. guards: a session that could not be read (``session``), too many requests (``rate_limit``), a form that is not
   ours (``csrf``).
4. the handler, with ``pool``, ``session`` and ``actor`` as named dependencies.

Whatever is raised on the way is described once, in ``errors``, and rendered as problem+json or as a page.
"""
