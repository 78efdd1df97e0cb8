"""The lottery: lot numbers and draws from a published seed, by HMAC-SHA256 (docs/matching.md, "Lottery")."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import numpy.typing as npt

    from matching.engine.face import Face
    from matching.engine.loose import Loose
    from matching.engine.problem import Problem

#: Rounds of draws for pairs. With distinct keys a round leaves a tie with a chance of at most pairs / 2^20.
DRAW_ROUNDS = 8


def keyed(seed: str) -> Callable[[bytes], bytes]:
    """HMAC-SHA256 with this key, as RFC 2104 writes it; what the key alone decides is hashed once.

    A round asks for hundreds of thousands of these; ``hmac.digest`` hashes the key again for each: twice the time.
    """
    key = seed.encode()
    key = (sha256(key).digest() if len(key) > 64 else key).ljust(64, b"\0")
    inner, outer = sha256(bytes(octet ^ 0x36 for octet in key)), sha256(bytes(octet ^ 0x5C for octet in key))

    def digest(message: bytes) -> bytes:
        inside, outside = inner.copy(), outer.copy()
        inside.update(message)
        outside.update(inside.digest())
        return outside.digest()

    return digest


def lot_numbers(student_keys: Iterable[str], seed: str) -> npt.NDArray[np.int64]:
    """The place of each student in the order of HMAC(seed, "lot|" + student number): 1 is first."""
    digest = keyed(seed)
    digests = [digest(b"lot|" + student.encode()) for student in student_keys]
    order = np.array(sorted(range(len(digests)), key=digests.__getitem__), np.int64)
    lots = np.empty(len(digests), np.int64)
    lots[order] = np.arange(1, len(digests) + 1)
    return lots


def pair_draws(problem: Problem, face: Face, seed: str, draw_round: int) -> npt.NDArray[np.int64]:
    """The first 20 bits of HMAC(seed, "pair|round|" + student number + "|" + offer id) for each pair on the face."""
    digest, prefix = keyed(seed), b"pair|%d|" % draw_round
    students = [prefix + student.encode() + b"|" for student in problem.student_keys]
    offers = [offer.encode() for offer in problem.offer_keys]
    real = face.offer < len(offers)  # a stand-in has no draw
    first = b"".join(
        [
            digest(students[s] + offers[o])[:3]
            for s, o in zip(face.student[real].tolist(), face.offer[real].tolist(), strict=True)
        ]
    )
    octets = np.frombuffer(first, np.uint8).reshape(-1, 3).astype(np.int64)
    draws = np.zeros(len(real), np.int64)
    draws[real] = (octets[:, 0] << 12) | (octets[:, 1] << 4) | (octets[:, 2] >> 4)
    return draws


def key_order(problem: Problem, face: Face, loose: Loose) -> npt.NDArray[np.int64]:
    """The last resort after ``DRAW_ROUNDS`` rounds: the first open student takes the first offer in key order.

    Weights: k, k - 1, ..., 1 for the k pairs that he has on the face, 0 for everybody else. It needs draws that agree
    in 160 bits, or keys built to collide; it is here so that the engine always ends, and ends in one matching.
    """
    of_first = np.flatnonzero(face.student == int(np.argmax(loose.student)))
    weight = np.zeros(len(face.pair), np.int64)
    weight[of_first] = np.arange(len(of_first), 0, -1)
    weight[of_first] -= face.offer[of_first[-1]] >= len(problem.offer_keys)  # a stand-in weighs nothing
    return weight
