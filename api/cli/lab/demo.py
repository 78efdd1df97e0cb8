"""The studies of the demo are made while its websites run already: it takes longer than anybody wants to wait."""

from __future__ import annotations

import asyncio
import contextvars
import datetime as dt
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from api.cli.reader import report, said
from api.log_tracebacks import traceback_of
from db.halves import LAB

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PATIENCE = 10.0
_SAYS = {"making": "cli-demo-lab-making", "ready": "cli-demo-lab-ready"}


@contextmanager
def studies_in_the_making(url: str, log: Path) -> Iterator[None]:
    """Make the studies in a thread of its own, and say what is ready; leaving stops it where it is.

    What stops halfway goes on with the next demo. A fault is told, goes to ``log``, and stops nothing else.
    """
    loop = asyncio.new_event_loop()
    making = loop.create_task(_make(url))

    def run() -> None:
        try:
            loop.run_until_complete(making)
        except asyncio.CancelledError:
            pass
        except Exception as fault:  # the demo goes on without them, whatever it is
            log.write_text(traceback_of(fault), "utf-8")
            report(said("cli-demo-lab-failed", log=str(log)), style="yellow")
        finally:
            loop.run_until_complete(loop.shutdown_default_executor())
            loop.close()

    # The language of the reader goes along.
    thread = threading.Thread(target=contextvars.copy_context().run, args=(run,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        if thread.is_alive():
            loop.call_soon_threadsafe(making.cancel)
            thread.join(_PATIENCE)


async def _make(url: str) -> None:
    from api.services.lab.demo.studies import make_studies
    from db.pool import open_pool

    # Losing the last second in a power cut does no harm: the next demo goes on from there.
    async with await open_pool(f"{url}&synchronous_commit=off", LAB, size=2) as pool:
        async for name, state in make_studies(pool, now=dt.datetime.now(dt.UTC)):
            report(said(_SAYS[state], name=name))
