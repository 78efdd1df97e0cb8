"""The PostgreSQL server that comes along, for when no ``DATABASE_URL`` is set.

Theory of operation. A *home* folder, named by the caller, holds everything of one server::

    home/
      lock             held (flock) while a process starts or stops the server
      in-use           held (flock) by every process of the server as long as it lives
      data             PGDATA, or a link to it (below); appears whole or not at all: initdb works in ``data.new…``
      postgresql.log

- One server a home, whoever asks. The first process starts it and is its owner; any other process finds it in
  ``data/postmaster.pid`` and uses it. Only the owner's ``stop()`` stops it.
- The server dies with its owner, also after ``kill -9`` (``PR_SET_PDEATHSIG``), and then shuts down cleanly. The
  signal follows the *thread* that started a process, so each server has a keeper thread in its owner, which
  also reaps it.
- PostgreSQL refuses to run as root. As root we run it as ``nobody``; what ``nobody`` cannot reach (binaries or data
  below a closed home folder, ``/root`` above all) stands in ``/var/lib/stagekans``, and ``home/data`` is a link.
- No TCP: one Unix socket, in a folder that only the server's user may enter, at a short path (a socket path
  may have 107 bytes).
- A crash leaves a ``postmaster.pid`` behind whose process is gone, is a zombie, or is another program by now, and
  the same in the lock file of the socket. PostgreSQL would refuse to start over the latter two, so we remove the
  files, but only while we hold ``in-use``: children of a killed server write on for a moment, a server in another
  container shows no process here, and both hold that lock.

The rooms of this folder: ``places`` (which folders, which binaries), ``postmaster`` (reading ``postmaster.pid``),
``process`` (starting as another user, with the death signal), ``server`` (start, find, stop).
"""

from db.embedded.faults import EmbeddedFault
from db.embedded.server import Server, start

__all__ = ["EmbeddedFault", "Server", "start"]
