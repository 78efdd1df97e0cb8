"""How much lower is the chance of a positive answer, when the rows of one employer belong together?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np

from testing_lab.arguments import open_share
from testing_lab.faults import ImpossibleInput
from testing_lab.models.columns import design, equally_long, labels, two_valued
from testing_lab.models.inference import Inference, inference
from testing_lab.models.sandwich import clusters, cr2_roots, grams, satterthwaite
from testing_lab.result import Result

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: A clustered standard error this small beside the ordinary one is 0: the clusters do not differ in this coefficient.
_NOTHING: Final = 1e-9


class LinearProbability(Result, frozen=True, kw_only=True):
    """Coefficients of a linear probability model, with every usual standard error, in the order of ``names``."""

    names: list[str]
    coef: list[float]
    se_iid: list[float]
    se_hc0: list[float] = msgspec.field(name="se_HC0")
    se_hc1: list[float] = msgspec.field(name="se_HC1")
    se_cl_hc0_noadj: list[float] = msgspec.field(name="se_cl_HC0_noadj")
    se_cl_stata: list[float]
    se_cl_cr2: list[float] = msgspec.field(name="se_cl_CR2")
    se_cr2: list[float] = msgspec.field(name="se_CR2")
    clusters: int = msgspec.field(name="G")
    rows: int = msgspec.field(name="N")
    inference_cr2: Inference = msgspec.field(name="inference_CR2")
    inference_cr1: Inference = msgspec.field(name="inference_CR1")
    inference_stata: Inference


def lpm_cluster_robust(
    *,
    outcome: Sequence[float],
    covariates: Mapping[str, Sequence[float]],
    cluster: Sequence[str | int],
    confidence: float = 0.95,
) -> LinearProbability:
    r"""Linear probability model (least squares) with standard errors that allow for clusters.

    Parameters
    ----------
    outcome : sequence of 0 and 1
        One a row; 1 = positive answer. A list or a NumPy array.
    covariates : mapping of name to column
        In the order wanted; finite numbers, as many as ``outcome``. The intercept comes by itself.
    cluster : sequence of labels
        What the rows have in common: the employer, the advertisement, the pair. At least 2 different ones.
    confidence : float
        Between 0 and 1.

    Returns
    -------
    LinearProbability
        Lists in the order of ``names``, in units of probability. The fields that sound like R's (``se_HC0``) are so
        called in the encoded answer, and in small letters here. ``se_iid`` is that of least squares; ``se_HC0`` and
        ``se_HC1`` allow for unequal spread; ``se_cl_HC0_noadj`` is CR0; ``se_cl_stata`` is CR1 times
        (N - 1)/(N - k), as Stata has it; ``se_cl_CR2`` and ``se_CR2`` are the same CR2.
        ``inference_CR2`` is the one to report: Student's t with Satterthwaite's degrees of freedom.
        ``inference_CR1`` does the same for ``se_cl_stata``; ``inference_stata`` takes G - 1 degrees of freedom.

    Raises
    ------
    ImpossibleInput
        Columns of different lengths, a missing value, an outcome that is not 0 or 1, a covariate that does not vary or
        follows from those before it, no more rows than coefficients, or a single cluster.

    Notes
    -----
    :math:`V = M (\sum_j X_j' A_j e_j e_j' A_j X_j) M` with :math:`M = (X'X)^{-1}`: :math:`A_j = I` for CR0,
    :math:`A_j = (I - X_j M X_j')^{-1/2}` for CR2 (pseudo-inverse where a cluster alone determines a coefficient).
    CR1 multiplies by :math:`G/(G-1) \cdot (N-1)/(N-k)`. Degrees of freedom after Bell and McCaffrey, with independent,
    equally spread errors as working model. Agrees with R ``sandwich::vcovCL`` (types HC0 with ``cadjust=FALSE``, HC1)
    and ``clubSandwich::vcovCR(type="CR2")`` with ``coef_test(test="Satterthwaite")``; statsmodels
    ``OLS.fit(cov_type="cluster")`` agrees with ``se_cl_stata`` and has neither CR2 nor these degrees of freedom.
    On pairs with the pair as cluster, CR2 is exactly the paired t test.

    Edges. With one row a cluster CR0 is HC0 and CR1 is HC1. A clustered standard error that is 0 (a perfect fit, a
    coefficient that lives in one cluster) is given as 0 and its test as ``None``, reason
    ``no_variation_between_clusters``.

    References
    ----------
    Liang & Zeger (1986), Biometrika 73:13. Bell & McCaffrey (2002), Survey Methodology 28:169. Pustejovsky & Tipton
    (2018), Journal of Business & Economic Statistics 36:672, equations 6 and 11.

    Examples
    --------
    Chicago audits of Heckman (1998): 22 pairs with both, 19 with only the majority, 9 with only the minority applicant,
    147 with neither positive, so 197 pairs; the net rate is -10/197.

    >>> pairs = [(1, 1)] * 22 + [(1, 0)] * 19 + [(0, 1)] * 9 + [(0, 0)] * 147
    >>> answer = lpm_cluster_robust(
    ...     outcome=[applicant for pair in pairs for applicant in pair],
    ...     covariates={"minority": [0, 1] * 197},
    ...     cluster=[number for number in range(197) for _ in range(2)],
    ... )
    >>> round(answer.coef[1], 6), round(answer.se_cr2[1], 6), round(answer.inference_cr2.df[1], 3)
    (-0.050761, 0.026684, 196.0)
    """
    open_share("confidence", confidence)
    y = two_valued("outcome", outcome)
    x = design(covariates, rows=len(y))
    codes, number = labels("cluster", cluster)
    equally_long(len(y), cluster=len(codes))
    if number < 2:
        raise ImpossibleInput("cluster", "all rows are one cluster: nothing shows how clusters differ")
    groups, q = clusters(codes, number), x.orthonormal
    rows, terms = q.shape
    middle = q.T @ y
    residuals = y - q @ middle
    residuals[np.abs(residuals) < _NOTHING] = 0.0
    scores = q * residuals[:, None]
    by_cluster = groups.sums(scores)
    gram = grams(q, groups)
    roots = cr2_roots(gram)
    adjusted = np.einsum("jab,jb->ja", roots, by_cluster)

    coef = x.back @ middle
    se_iid = np.sqrt((residuals @ residuals) / (rows - terms) * (x.back**2).sum(axis=1))
    hc0 = _errors(x.back, scores, se_iid)
    cr0 = _errors(x.back, by_cluster, se_iid)
    cr1 = cr0 * np.sqrt(number / (number - 1) * (rows - 1) / (rows - terms))
    cr2 = _errors(x.back, adjusted, se_iid)
    degrees_cr1 = [satterthwaite(gram, None, contrast) for contrast in x.back]
    degrees_cr2 = [satterthwaite(gram, roots, contrast) for contrast in x.back]
    still = "no_variation_between_clusters"
    return LinearProbability(
        names=x.names,
        coef=coef.tolist(),
        se_iid=se_iid.tolist(),
        se_hc0=hc0.tolist(),
        se_hc1=(hc0 * np.sqrt(rows / (rows - terms))).tolist(),
        se_cl_hc0_noadj=cr0.tolist(),
        se_cl_stata=cr1.tolist(),
        se_cl_cr2=cr2.tolist(),
        se_cr2=cr2.tolist(),
        clusters=number,
        rows=rows,
        inference_cr2=inference(coef, cr2, df=degrees_cr2, confidence=confidence, reason=still),
        inference_cr1=inference(coef, cr1, df=degrees_cr1, confidence=confidence, reason=still),
        inference_stata=inference(coef, cr1, df=[number - 1] * terms, confidence=confidence, reason=still),
    )


def _errors(
    back: NDArray[np.float64], scores: NDArray[np.float64], ordinary: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Square roots of the diagonal of back ΣGG′ back′; what is nothing beside the ordinary error is 0."""
    errors = np.sqrt(((scores @ back.T) ** 2).sum(axis=0))
    return np.where(errors > _NOTHING * ordinary, errors, 0.0)
