"""A comparison in words: what differed, and what a what-if asked. Pages and the command line tell the same."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

from api.catalogue import Language, has, text
from matching.policy import GoalName

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from matching.changes import Changes
    from matching.comparison import RowChange, Why


def why_lines(language: Language, why: Why) -> tuple[str, ...]:
    """What differed in what the two runs were asked, a line a fact."""
    if why.same and not why.versions:
        return (text(language, "compare-why-same"),)
    return tuple(_why(language, why))


def _why(language: Language, why: Why) -> Iterator[str]:
    for kind in ("students", "offers"):
        for state in ("added", "removed", "changed"):
            rows = [row for row in why.rows if (row.kind, row.state) == (kind, state)]
            if rows and state == "changed":
                fields = _counted(language, (name for row in rows for name in row.fields), many=len(rows) > 1)
                yield text(language, f"compare-why-{kind}-{state}", count=len(rows), fields=fields)
            elif rows:
                yield text(language, f"compare-why-{kind}-{state}", count=len(rows))
    for name in why.tables:
        yield text(language, f"compare-why-table-{name}")
    for one in why.policy:
        left, right = value_text(language, one.left), value_text(language, one.right)
        yield text(language, "compare-why-policy", key=policy_key(language, one.key), left=left, right=right)
    if why.seed:
        yield text(language, "compare-why-seed-follows" if why.seed_follows_input else "compare-why-seed")
    if why.versions:
        yield text(language, "compare-why-versions", names=", ".join(why.versions))


def _counted(language: Language, fields: Iterable[str], *, many: bool) -> str:
    """``langste reistijd (12), voorkeuren (1)``, the most frequent first."""
    found = sorted(Counter(fields).items(), key=lambda item: (-item[1], item[0]))
    if not many:
        return ", ".join(field_word(language, name) for name, _ in found)
    return ", ".join(
        text(language, "compare-why-field", field=field_word(language, name), count=count) for name, count in found
    )


def row_line(language: Language, row: RowChange) -> tuple[str, str]:
    """Which row, and what of it differs."""
    said = text(language, f"compare-row-{row.kind}", key=row.key)
    if row.state == "changed":
        return said, text(language, "compare-row-changed", fields=field_words(language, row.fields))
    return said, text(language, f"compare-row-{row.state}")


def field_words(language: Language, names: Iterable[str]) -> str:
    """Several fields of a student or an offer."""
    return ", ".join(field_word(language, name) for name in names)


def field_word(language: Language, name: str) -> str:
    """What people call a field of a student or an offer."""
    return _worded(language, f"compare-field-{name}", name)


def grouping_word(language: Language, name: str) -> str:
    """What people call a grouping; one of the school's own is called what the school calls it."""
    return _worded(language, f"compare-grouping-{name}", name)


def group_word(language: Language, grouping: str, group: str) -> str:
    """What people call a group: its own name, but for yes and no."""
    return _worded(language, f"compare-group-{group}", group) if grouping == "support" else group


def policy_key(language: Language, key: str) -> str:
    """What people call a key of the policy, such as ``group_gap.tolerance``."""
    return _worded(language, f"compare-policy-{key}", key)


def _worded(language: Language, message: str, name: str) -> str:
    message = message.replace("_", "-").replace(".", "-")
    known = message.replace("-", "").isalnum() and message.isascii()
    return text(language, message) if known and has(language, message) else name


def value_text(language: Language, value: object) -> str:
    """A value of the policy: goals and groupings by name, in order."""
    if value is None or value == () or value == []:
        return text(language, "compare-value-none")
    if isinstance(value, list | tuple):
        # Goals follow one another; groupings stand beside each other.
        goals = all(item in get_args(GoalName) for item in value)
        joined = text(language, "compare-value-then") if goals else ", "
        return joined.join(_named(language, str(item)) for item in value)
    if isinstance(value, dict) and "max_changes" in value:  # a re-match; its file is of the command line alone
        return text(language, "compare-value-at-most", count=value["max_changes"])
    if isinstance(value, dict):
        return ", ".join(f"{key} {value_text(language, item)}" for key, item in value.items())
    return str(value)


def _named(language: Language, name: str) -> str:
    goal = f"goal-{name}".replace("_", "-")
    return (
        text(language, goal)
        if goal.replace("-", "").isalnum() and has(language, goal)
        else grouping_word(language, name)
    )


def change_lines(language: Language, changes: Changes) -> tuple[str, ...]:
    """What a what-if asked, a line a change."""
    return tuple(_changes(language, changes))


def _changes(language: Language, changes: Changes) -> Iterator[str]:
    for more in changes.more_places:
        yield text(language, "what-if-said-more-places", places=more.places, **{"offer-id": more.offer_id})
    for new in changes.new_offers:
        facts = {"offer-id": new.offer_id, "crebos": ", ".join(new.crebos)}
        yield text(language, "what-if-said-new-offer", places=new.places, **facts)
    if len(changes.closed_offers) > 3:
        yield text(language, "what-if-said-closed-many", count=len(changes.closed_offers))
    else:
        yield from (text(language, "what-if-said-closed", **{"offer-id": one}) for one in changes.closed_offers)
    for travel in changes.more_travel:
        yield text(language, "what-if-said-travel", minutes=travel.minutes, who=_who(language, travel.crebo))
    for relaxed in changes.relaxed_rules:
        rule = text(language, f"what-if-rule-{relaxed.rule}".replace("_", "-"))
        yield text(language, "what-if-said-rule", rule=rule[:1].lower() + rule[1:], who=_who(language, relaxed.crebo))
    if changes.only_recognised:
        yield text(language, "what-if-said-only-recognised")
    for key, value in ({} if changes.policy is None else changes.policy.given()).items():
        if key == "seed":
            yield text(language, "what-if-said-seed")
        elif isinstance(value, dict):
            for inner, one in value.items():
                named = policy_key(language, f"{key}.{inner}")
                yield text(language, "what-if-said-policy", key=named, value=value_text(language, one))
        else:
            named = policy_key(language, key)
            yield text(language, "what-if-said-policy", key=named, value=value_text(language, value))


def _who(language: Language, crebo: str | None) -> str:
    if crebo is None:
        return text(language, "what-if-who-all")
    return text(language, "what-if-who-crebo", crebo=crebo)
