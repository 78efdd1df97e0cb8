"""The fieldwork of a study: what may happen when, what came back, and what is owed to the companies.

Two lifecycles say what is allowed: that of a study (:mod:`testing_lab.fieldwork.study_states`) and that of a dispatch
(:mod:`testing_lab.fieldwork.dispatch_states`). Mail that comes in is recognised
(:mod:`testing_lab.fieldwork.mail_kinds`) and matched to what was sent (:mod:`testing_lab.fieldwork.replies`). A
positive answer starts a clock (:mod:`testing_lab.fieldwork.withdrawal`). While the study runs, its own stopping rule
decides what may be seen (:mod:`testing_lab.fieldwork.monitor`).
"""
