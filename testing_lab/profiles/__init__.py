"""Fictitious applicants for paired tests: names, letters and CVs in which exactly one trait differs.

A *name* says which group an applicant seems to belong to. Lists are curated and versioned (:mod:`.curated_names`);
what is not measured is ``None``, and a pre-test (:mod:`.pretest`) measures it. Names of two groups are then matched on
the social status that people hear in them (:mod:`.status_matching`), for a name tells more than an origin.

A *template* (:mod:`.templates`) is a letter and a CV with points. The points that say how good an applicant is are
drawn once for both applicants of a pair; the wording comes from two templates, so that nobody recognises a letter.
:mod:`.letters` has four of them. A draw depends on nothing but its seed (:mod:`.seeded`), and replays.

The last word is with :mod:`.pair_linter`: it reads both finished applications as a company would, tells what differs
besides the trait, and what must not be in them at all. None of these applicants exists, and nothing here may look like
a document of an authority: no citizen service number, no diploma number, no telephone number of somebody else.
"""
