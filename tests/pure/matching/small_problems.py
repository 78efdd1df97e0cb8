"""Small random problems, and the definition of the answer spelt out by enumeration: what the engine must equal."""

from __future__ import annotations

import hashlib
import hmac
import random
from itertools import product

import numpy as np

from matching.engine.problem import Problem
from matching.engine.worst_off import Classes

Choice = tuple[int, ...]  # for each student the number of the pair, -1 for none


def random_problem(dice: random.Random, *, students: int = 5, offers: int = 4, steps: int = 4) -> Problem:
    """Draw a problem with few distinct utilities, so that ties abound; about a third of them with locks."""
    n, m = dice.randint(1, students), dice.randint(1, offers)
    places = [dice.choice((0, 1, 1, 1, 2, 3)) for _ in range(m)]
    density = dice.choice((0.3, 0.6, 0.9))
    pairs = [[o for o in range(m) if dice.random() < density] for _ in range(n)]
    locked = [False] * n
    if dice.random() < 0.35:
        left = list(places)
        for s in dice.sample(range(n), dice.randint(1, n)):
            open_to = [o for o in pairs[s] if left[o]]
            if open_to:
                offer = dice.choice(open_to)
                left[offer] -= 1
                pairs[s], locked[s] = [offer], True
    flat = [(s, o) for s in range(n) for o in pairs[s]]
    top = dice.choice((1, 3, 1000))
    return Problem(
        student_keys=tuple(f"s{s}" for s in range(n)),
        offer_keys=tuple(f"O{o}" for o in range(m)),
        places=np.array(places, np.int64),
        student=np.array([s for s, _ in flat], np.int32),
        offer=np.array([o for _, o in flat], np.int32),
        utility=np.array([dice.randint(0, steps) * top // steps for _ in flat], np.int64),
        locked_student=np.array(locked, np.bool_),
    )


def random_classes(dice: random.Random, problem: Problem) -> Classes:
    """Classes that have nothing to do with utility; some of them empty."""
    count = dice.choice((2, 3, 4, 6))
    of_pair = [dice.randint(1, count - 1) for _ in problem.student]
    return Classes(of_pair=np.array(of_pair, np.int64), count=count)


def every_matching(problem: Problem) -> list[Choice]:
    options = [[] if locked else [-1] for locked in problem.locked_student]
    for pair, student in enumerate(problem.student.tolist()):
        options[student].append(pair)
    offer, places = problem.offer.tolist(), problem.places.tolist()
    found = []
    for choice in product(*options):
        used = [0] * len(places)
        for pair in choice:
            if pair >= 0:
                used[offer[pair]] += 1
        if all(u <= p for u, p in zip(used, places, strict=True)):
            found.append(choice)
    return found


def lots(problem: Problem, seed: str) -> list[int]:
    def digest(key: str) -> str:
        return hmac.new(seed.encode(), f"lot|{key}".encode(), hashlib.sha256).hexdigest()

    order = sorted(problem.student_keys, key=digest)
    return [order.index(key) + 1 for key in problem.student_keys]


def draw(seed: str, draw_round: int, student: str, offer: str) -> int:
    return int(
        hmac.new(seed.encode(), f"pair|{draw_round}|{student}|{offer}".encode(), hashlib.sha256).hexdigest()[:5], 16
    )


Value = int | tuple[int, ...]


def best_for_goals(
    problem: Problem, goals: tuple[str, ...], classes: Classes | None = None
) -> tuple[list[Choice], list[Value]]:
    """The matchings that are best for the goals, and the value of each goal."""
    left, values = every_matching(problem), []
    for goal in goals:
        worths = {choice: worth(problem, classes, goal, choice) for choice in left}
        best = min(worths.values()) if goal == "worst_off" else max(worths.values())
        left = [choice for choice in left if worths[choice] == best]
        values.append(best)
    return left, values


def worth(problem: Problem, classes: Classes | None, goal: str, choice: Choice) -> Value:
    used = [pair for pair in choice if pair >= 0]
    if goal == "placed":
        return len(used)
    if goal == "satisfaction":
        return sum(problem.utility.tolist()[pair] for pair in used)
    assert classes is not None
    obtained = [classes.of_pair.tolist()[pair] for pair in used] + [0] * (len(choice) - len(used))
    return tuple(obtained.count(c) for c in range(classes.count))


def the_one(problem: Problem, best: list[Choice], seed: str) -> Choice:
    """The matching that the lottery leaves: who by lots, one student after another; where by draws."""
    lot = lots(problem, seed)
    for student in sorted(range(len(lot)), key=lot.__getitem__):
        if any(c[student] >= 0 for c in best):
            best = [c for c in best if c[student] >= 0]
    return drawn(problem, best, seed)


def drawn(problem: Problem, best: list[Choice], seed: str) -> Choice:
    """The one that the draws leave: the greatest sum, round after round."""
    offer = problem.offer.tolist()
    draw_round = 0
    while len(best) > 1:
        draw_round += 1
        total = {
            c: sum(
                draw(seed, draw_round, problem.student_keys[s], problem.offer_keys[offer[pair]])
                for s, pair in enumerate(c)
                if pair >= 0
            )
            for c in best
        }
        best = [c for c in best if total[c] == max(total.values())]
    return best[0]
