"""PostgreSQL: the embedded server, migrations, and one file of SQL per noun.

Theory of operation. The room knows no HTTP and no mathematics. Every function takes an asyncpg connection,
never a pool, and never commits: the service that calls it owns the transaction. SQL is SQL, with ``$1``, in a
:class:`db.query.Query` beside the function that runs it; the row it yields is a frozen Struct whose fields are
the columns, which a test proves by preparing every query against the migrated database.

The placing half lives in schema ``placement`` (PLACING is a reserved word of SQL), the job queue in ``queue``.

- ``db.embedded``   starts, finds and stops the embedded server that is used when no ``DATABASE_URL`` is set
- ``db.migrate``    forward-only numbered files in ``db/migrations``; ``schema.sql`` is proved equal to them
- ``db.pool``       opens a pool with the JSON and array codecs that every query relies on
- ``db.<noun>``     the queries about one noun
"""
