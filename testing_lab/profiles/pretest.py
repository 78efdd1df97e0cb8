"""Does a name say what it should? A pre-test's ratings in, recognition and status of each name out."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final, Literal, get_args

import msgspec
from scipy import special

from testing_lab.arguments import open_share, share
from testing_lab.distributions import two_sided_z
from testing_lab.findings import Finding
from testing_lab.profiles.names import (
    COUNTRY_THRESHOLD,
    REGION_OF,
    REGION_THRESHOLD,
    Group,
    NameList,
    Recognition,
    Sex,
    SocialStatus,
    recognised_by,
)
from testing_lab.profiles.rating_rows import Perceived, Rating, RatingRow, ratings_of, region_of
from testing_lab.proportions import wilson
from testing_lab.result import Interval, Result

#: With 30 raters the 95 % interval of a share of one half reaches 0.17 to either side; with fewer it is no measurement.
FEWEST_RATERS: Final = 30


class NamePretest(Result, frozen=True, kw_only=True):
    """What raters heard in one name.

    ``country``, ``region`` and ``sex_heard`` are shares of raters who are right, with Wilson intervals; who does not
    know is not right. ``status`` is a mean from 1 to 7 with its t interval, which is not cut off at the ends of the
    scale. ``confused_with`` is the most frequent wrong group and ``confused`` its share; equal ones: the first in the
    order of answers.
    """

    name: str
    group: Group
    sex: Sex
    raters: int
    country: Interval
    region: Interval
    sex_heard: Interval
    status: Interval
    status_raters: int
    status_sd: float | None
    confused_with: Perceived | None
    confused: float


class Pretest(Result, frozen=True, kw_only=True):
    """The names that were rated, in the order of the list, and what is wrong or doubtful in the rows."""

    names: tuple[NamePretest, ...]
    ratings: tuple[Rating, ...]
    findings: tuple[Finding, ...]


def pretest_of(
    rows: Sequence[RatingRow],
    *,
    names: NameList,
    confidence: float = 0.95,
    fewest_raters: int = FEWEST_RATERS,
    first_row: int = 2,
) -> Pretest:
    r"""Recognition and status of each rated name.

    Parameters
    ----------
    rows : sequence of RatingRow
        One row for each rater and name.
    names : NameList
        The names that could be rated.
    confidence : float
        Two-sided, between 0 and 1.
    fewest_raters : int
        A name with fewer usable ratings gets a warning.
    first_row : int
        The number of the first row in its file.

    Returns
    -------
    Pretest
        Shares from 0 to 1; findings carry the numbers of rows. Rows with a fault are left out.

    Raises
    ------
    ImpossibleInput
        ``confidence`` is not between 0 and 1.

    Notes
    -----
    Country congruence: the rater names the group itself. Region congruence: the rater names a group or part of the
    world with the same region. Status: :math:`\bar x \pm t_{n-1} s/\sqrt n`; with one rating there is no interval.
    Agrees with R ``binom::binom.confint(methods = "wilson")`` and ``t.test``.

    References
    ----------
    Gaddis (2017), Sociological Science 4:469-489; Martiniello & Verhaeghe (2022), PLoS ONE 17(8):e0270990;
    Wilson (1927), Journal of the American Statistical Association 22:209-212.

    Examples
    --------
    >>> from testing_lab.profiles.curated_names import NAMES
    >>> heard = ["turkish"] * 26 + ["moroccan"] * 9 + ["dont_know"] * 5
    >>> rows = [RatingRow(rater=str(n), name="Elif Korkmaz", group=group) for n, group in enumerate(heard)]
    >>> (found,) = pretest_of(rows, names=NAMES).names
    >>> found.country.estimate, round(found.country.lower, 4), round(found.country.upper, 4), found.confused_with
    (0.65, 0.4951, 0.7787, 'moroccan')
    """
    open_share("confidence", confidence)
    ratings, findings = ratings_of(rows, names=names, first_row=first_row)
    by_name: dict[str, list[Rating]] = {name.full: [] for name in names.entries}
    for rating in ratings:
        by_name[rating.name.full].append(rating)
    tested = tuple(_of_name(found, confidence) for found in by_name.values() if found)
    few = tuple(
        Finding(
            path=one.name,
            code="pretest-few-raters",
            level="warning",
            facts={"name": one.name, "raters": one.raters, "fewest": fewest_raters},
        )
        for one in tested
        if one.raters < fewest_raters
    )
    return Pretest(names=tested, ratings=ratings, findings=(*findings, *few))


def _of_name(ratings: Sequence[Rating], confidence: float) -> NamePretest:
    name, heard = ratings[0].name, [rating.group for rating in ratings]
    sexes = [rating.sex for rating in ratings if rating.sex is not None]
    statuses = [rating.status for rating in ratings if rating.status is not None]
    wrong = Counter(one for one in heard if one not in (name.group, "dont_know"))
    most = max(wrong.values(), default=0)
    return NamePretest(
        name=name.full,
        group=name.group,
        sex=name.sex,
        raters=len(ratings),
        country=_share(heard.count(name.group), len(heard), confidence),
        region=_share(sum(region_of(one) == REGION_OF[name.group] for one in heard), len(heard), confidence),
        sex_heard=_share(sexes.count(name.sex), len(sexes), confidence),
        status=t_interval(statuses, confidence=confidence),
        status_raters=len(statuses),
        status_sd=_sd(statuses),
        confused_with=next((one for one in get_args(Perceived) if most and wrong[one] == most), None),
        confused=most / len(heard),
    )


def _share(right: int, of: int, confidence: float) -> Interval:
    if of == 0:
        return Interval(
            estimate=None, lower=None, upper=None, undefined=dict.fromkeys(("estimate", "lower", "upper"), "no_rating")
        )
    lower, upper = wilson(right, of, z=two_sided_z(confidence))
    return Interval(estimate=right / of, lower=lower, upper=upper)


def _sd(values: Sequence[float]) -> float | None:
    if len(values) < 2:
        return None
    mean = math.fsum(values) / len(values)
    return math.sqrt(math.fsum((value - mean) ** 2 for value in values) / (len(values) - 1))


def t_interval(values: Sequence[float], *, confidence: float) -> Interval:
    """The mean of some numbers and its t interval; one number has a mean and no interval."""
    if not values:
        return Interval(
            estimate=None, lower=None, upper=None, undefined=dict.fromkeys(("estimate", "lower", "upper"), "no_rating")
        )
    mean, sd = math.fsum(values) / len(values), _sd(values)
    if sd is None:
        reason = dict.fromkeys(("lower", "upper"), "fewer_than_two_ratings")
        return Interval(estimate=mean, lower=None, upper=None, undefined=reason)
    half = float(special.stdtrit(len(values) - 1, (1 + confidence) / 2)) * sd / math.sqrt(len(values))
    return Interval(estimate=mean, lower=mean - half, upper=mean + half)


class Usable(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a name signals its group: by its country, by its region only, or not at all (``by`` is None).

    ``surely``: the whole interval lies at or above the threshold, not only the estimate.
    """

    name: str
    by: Literal["country", "region"] | None
    surely: bool

    @property
    def usable(self) -> bool:
        """The estimate reaches a threshold."""
        return self.by is not None


def usable(
    names: Sequence[NamePretest], *, country: float = COUNTRY_THRESHOLD, region: float = REGION_THRESHOLD
) -> tuple[Usable, ...]:
    """Which names signal their group, at these shares of raters (0 to 1; METHODS §4.3: 0.4 or 0.7).

    Raises
    ------
    ImpossibleInput
        A threshold is not from 0 to 1.
    """
    share("country", country)
    share("region", region)
    return tuple(
        Usable(
            name=name.name,
            by=recognised_by(_recognition(name, "estimate"), country=country, region=region),
            surely=recognised_by(_lowest(name), country=country, region=region) is not None,
        )
        for name in names
    )


def _lowest(tested: NamePretest) -> Recognition:
    """The lower bounds instead of the estimates."""
    return Recognition(country=tested.country.lower, region=tested.region.lower, source="lower bound")


def measured_list(names: NameList, pretest: Pretest, *, version: str, source: str) -> NameList:
    """A new version of the list in which the rated names carry the pre-test's figures, and no others change."""
    found = {one.name: one for one in pretest.names}
    return NameList(
        version=version,
        entries=tuple(
            msgspec.structs.replace(name, recognition=_recognition(one, source), status=_status(one, source))
            if (one := found.get(name.full))
            else name
            for name in names.entries
        ),
    )


def _recognition(tested: NamePretest, source: str) -> Recognition:
    return Recognition(
        country=tested.country.estimate, region=tested.region.estimate, raters=tested.raters, source=source
    )


def _status(tested: NamePretest, source: str) -> SocialStatus | None:
    if tested.status.estimate is None:
        return None
    error = None if tested.status_sd is None else tested.status_sd / math.sqrt(tested.status_raters)
    return SocialStatus(mean=tested.status.estimate, standard_error=error, raters=tested.status_raters, source=source)
