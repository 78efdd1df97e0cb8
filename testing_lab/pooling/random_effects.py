"""What do many studies say together, and how much do they differ? Random-effects meta-analysis by every estimator."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from typing import Literal

import msgspec

from testing_lab.arguments import open_share, same_length
from testing_lab.faults import ImpossibleInput
from testing_lab.pooling.effects import Effects, effects
from testing_lab.pooling.egger import EggerRandom, asymmetry, at_variance
from testing_lab.pooling.log_callback_ratio import log_callback_ratio_unpaired
from testing_lab.pooling.metafor_stops import paule_mandel_as_metafor, q_profile_as_metafor, regression_as_metafor
from testing_lab.pooling.q_profile import profiled
from testing_lab.pooling.shared_control import SharedControlGroup, shared_control_groups
from testing_lab.pooling.summary import Pooled, pooled
from testing_lab.result import Result

_AGREE = 1e-6


class RandomEffects(Result, frozen=True, kw_only=True):
    """The pooled effect by seven estimators, the Q-profile interval of tau2, Egger's test, and warnings."""

    fe: Pooled = msgspec.field(name="FE")
    dl: Pooled = msgspec.field(name="DL")
    reml: Pooled = msgspec.field(name="REML")
    pm: Pooled = msgspec.field(name="PM")
    eb: Pooled = msgspec.field(name="EB")
    he: Pooled = msgspec.field(name="HE")
    sj: Pooled = msgspec.field(name="SJ")
    tau2_q_profile: tuple[float, float] | None = msgspec.field(name="tau2_QProfile_CI_REML")
    i2_q_profile: tuple[float, float] | None = msgspec.field(name="I2_QProfile_CI_REML")
    h2_q_profile: tuple[float, float] | None = msgspec.field(name="H2_QProfile_CI_REML")
    egger_rma: EggerRandom | None
    warnings: tuple[SharedControlGroup, ...]


def random_effects(
    *,
    yi: Sequence[float],
    vi: Sequence[float],
    x1: Sequence[float] | None = None,
    n1: Sequence[float] | None = None,
    x2: Sequence[float] | None = None,
    n2: Sequence[float] | None = None,
    control_group: Sequence[str] | None = None,
    hk_ad_hoc: bool = False,
    roots: Literal["exact", "metafor"] = "metafor",
    confidence: float = 0.95,
) -> RandomEffects:
    r"""Pool effects of several studies, such as log callback ratios.

    Parameters
    ----------
    yi : list of float
        Effects; as log callback ratio above 0 when the minority applicant is worse off.
    vi : list of float
        Their sampling variances, above 0.
    x1, n1, x2, n2 : list of int, optional
        The counts behind ``yi`` and ``vi``: positive answers and applications of the majority (1) and the minority (2).
        All four or none. They change no number: they must give ``yi`` and ``vi`` back (to 10⁻⁶);
        effects with the same majority counts are taken to share a control group.
    control_group : list of str, optional
        A name for the control group of each effect; it goes before the counts. Equal names give a warning.
    hk_ad_hoc : bool
        Never let the Hartung–Knapp error be smaller than the plain one (metafor's ``test="adhoc"``).
    roots : str
        ``metafor``: stop the searches for PM, Q-profile and Egger where metafor 3.8-1 stops them
        (:mod:`testing_lab.pooling.metafor_stops`), so that every printed figure is R's; this moves a small tau2 of PM
        by more than a per cent. ``exact``: to full precision, as :func:`pooled_effect` always does.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    RandomEffects
        Each estimator with mu, se, tau2, I² in per cent, H², Q with its p, Hartung–Knapp, and three named prediction
        intervals (see :class:`~testing_lab.pooling.summary.Pooled`).

    Raises
    ------
    ImpossibleInput
        Lists of unequal length, empty, a variance that is not above 0, or counts that say something else than effects.

    Notes
    -----
    :math:`\hat\mu = \sum w_i y_i / \sum w_i` with :math:`w_i = 1 / (v_i + \hat\tau^2)` and error
    :math:`1/\sqrt{\sum w_i}`; Hartung–Knapp multiplies the error by
    :math:`\sqrt{\sum w_i (y_i - \hat\mu)^2 / (k-1)}` and uses t(k-1). tau2 is cut off at 0. EB and PM solve the same
    equation. I² and H² use the typical variance :math:`(k-1) / \mathrm{tr} P` at tau2 = 0; those of FE come from Q.
    One effect: only the fixed effect has an error, the rest is ``one_effect``. All effects equal: the Hartung–Knapp
    error would be 0, so it does not exist (``effects_all_equal``) unless ``hk_ad_hoc``. The Q-profile interval is the
    same for every estimator. Agrees with R ``metafor::rma`` (3.8-1); REML and EB are carried
    to full precision, the others too with ``roots="exact"``.

    References
    ----------
    DerSimonian & Laird (1986), Controlled Clinical Trials 7:177-188; Viechtbauer (2005), JEBS 30:261-293 (REML, HE);
    Paule & Mandel (1982), J. Res. NBS 87:377-385; Morris (1983), JASA 78:47-55 (EB); Sidik & Jonkman (2005), Applied
    Statistics 54:367-384; Knapp & Hartung (2003), Statistics in Medicine 22:2693-2710; Higgins, Thompson &
    Spiegelhalter (2009), JRSS A 172:137-159, equation 12.

    Examples
    --------
    The six sites of the test in France (Cediey & Foroni 2007): did the sites differ?

    >>> sites = random_effects(
    ...     yi=[1.14045940, 1.04596856, 1.20397280, 1.04512360, 1.32175584, 0.65805586],
    ...     vi=[0.03131568, 0.03049203, 0.07333333, 0.03811813, 0.05092593, 0.04864532],
    ... )
    >>> round(sites.fe.q, 4), round(sites.fe.qp, 4)
    (5.1661, 0.396)
    >>> round(sites.reml.hk_lower, 4), round(sites.reml.hk_upper, 4)
    (0.8467, 1.281)
    """
    open_share("confidence", confidence)
    if roots not in ("exact", "metafor"):
        raise ImpossibleInput("roots", "must be exact or metafor", value=str(roots))
    of = effects(yi=yi, vi=vi)
    by_counts = _control_of_counts(of, x1=x1, n1=n1, x2=x2, n2=n2)
    if control_group is not None:
        same_length(yi=yi, control_group=control_group)
    control: Sequence[Hashable] = control_group or by_counts or ()

    every = {
        name: pooled(of, name, hk_ad_hoc=hk_ad_hoc, confidence=confidence)
        for name in ("FE", "DL", "REML", "PM", "EB", "HE", "SJ")
    }
    spread, funnel = profiled(of, confidence), asymmetry(of)
    undefined = {f"{name}_QProfile_CI_REML": reason for name, reason in spread.undefined.items()}
    if funnel.random is None:
        undefined["egger_rma"] = funnel.undefined["random"]
    answer = RandomEffects(
        fe=every["FE"],
        dl=every["DL"],
        reml=every["REML"],
        pm=every["PM"],
        eb=every["EB"],
        he=every["HE"],
        sj=every["SJ"],
        tau2_q_profile=spread.tau2,
        i2_q_profile=spread.i2,
        h2_q_profile=spread.h2,
        egger_rma=funnel.random,
        warnings=shared_control_groups(control),
        undefined=undefined,
    )
    return answer if roots == "exact" else _as_metafor(of, answer, hk_ad_hoc=hk_ad_hoc, confidence=confidence)


def _as_metafor(of: Effects, exact: RandomEffects, *, hk_ad_hoc: bool, confidence: float) -> RandomEffects:
    """With PM, Q-profile and Egger as the reference values have them: PM searched once for z and once for HK."""
    if of.k == 1:
        return exact
    plain, hk = (
        pooled(of, "PM", hk_ad_hoc=hk_ad_hoc, confidence=confidence, tau2=paule_mandel_as_metafor(of, high))
        for high in (1000.0, 100.0)
    )
    of_hk = {name: getattr(hk, name) for name in hk.__struct_fields__ if name.startswith(("hk_", "pi_hk_"))}
    return msgspec.structs.replace(
        exact,
        pm=msgspec.structs.replace(plain, **of_hk),
        tau2_q_profile=None if exact.tau2_q_profile is None else q_profile_as_metafor(of, confidence),
        egger_rma=None if exact.egger_rma is None else at_variance(of, regression_as_metafor(of)),
    )


def _control_of_counts(of: Effects, **counts: Sequence[float] | None) -> list[tuple[float, float]] | None:
    """The majority counts of each effect, after a check that all counts say what the effects say."""
    given = {name: values for name, values in counts.items() if values is not None}
    if not given:
        return None
    if len(given) < len(counts):
        missing = [name for name in counts if name not in given]
        raise ImpossibleInput(" and ".join(missing), "must be given beside the other counts")
    same_length(yi=of.y, **given)
    for place, (x1, n1, x2, n2) in enumerate(zip(*given.values(), strict=True)):
        told = log_callback_ratio_unpaired(
            positive_majority=int(x1), sent_majority=int(n1), positive_minority=int(x2), sent_minority=int(n2)
        )
        for name, counted, said in (("yi", told.yi, of.y[place]), ("vi", told.vi, of.v[place])):
            if counted is None or not math.isclose(counted, said, rel_tol=_AGREE, abs_tol=_AGREE):
                raise ImpossibleInput(f"{name}[{place}]", "is not what the counts give", given=said, counted=counted)
    return list(zip(given["x1"], given["n1"], strict=True))
