# Recount the main numbers of a study of pairs from its outcomes, with base R alone.
#
# Usage: Rscript recount.R      in the folder with outcomes.csv, plan.json and results.json
#
# It prints numbers to lay beside results.json; recount.py compares them itself. The tests of Stagekans run it where there is R.
# Where the packages exact2x2 and PropCIs are there, it prints their answers too.

rows <- read.csv("outcomes.csv", stringsAsFactors = FALSE, fileEncoding = "UTF-8-BOM")
# "positive" is how the plan counts each answer: true, false, or empty for no usable outcome.
rows$positive <- ifelse(rows$positive == "", NA, rows$positive == "true")
majority <- rows[rows$applicant == "majority", ]
minority <- rows[rows$applicant == "minority", ]
pairs <- merge(majority, minority, by = "pair", suffixes = c(".majority", ".minority"))

if (nrow(pairs) > 0 && !any(duplicated(rows[c("pair", "applicant")]))) {
  usable <- pairs[!is.na(pairs$positive.majority) & !is.na(pairs$positive.minority), ]
  a <- sum(usable$positive.majority & usable$positive.minority)
  b <- sum(usable$positive.majority & !usable$positive.minority)
  c <- sum(!usable$positive.majority & usable$positive.minority)
  d <- sum(!usable$positive.majority & !usable$positive.minority)
  n <- a + b + c + d
  cat("pairs sent", nrow(pairs), "analysed", n, "\n")
  cat("both", a, "only_majority", b, "only_minority", c, "neither", d, "\n")
  cat("net_all_pairs", (b - c) / n, "\n")
  cat("net_at_least_one_positive", (b - c) / (a + b + c), "\n")
  cat("callback_ratio", (a + b) / (a + c), "\n")
  k <- min(b, c)
  cat("mcnemar_exact", min(1, 2 * pbinom(k, b + c, 0.5)), "\n")
  cat("mcnemar_midp", if (b == c) 1 else 2 * pbinom(k, b + c, 0.5) - dbinom(k, b + c, 0.5), "\n")
  cat("mcnemar_asymptotic", mcnemar.test(matrix(c(a, c, b, d), 2), correct = FALSE)$p.value, "\n")
  if (requireNamespace("exact2x2", quietly = TRUE)) {
    print(exact2x2::exact2x2(matrix(c(a, c, b, d), 2), paired = TRUE, midp = TRUE))
  }
  if (requireNamespace("PropCIs", quietly = TRUE)) {
    print(PropCIs::scoreci.mp(b, c, n, conf.level = 0.95))
  }
} else {
  usable <- rows[!is.na(rows$positive), ]
  counts <- table(usable$applicant, usable$positive)
  print(counts)
  print(prop.table(counts, 1))
  print(fisher.test(counts))
  print(chisq.test(counts, correct = FALSE))
}
