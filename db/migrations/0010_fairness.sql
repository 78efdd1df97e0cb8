-- The fairness report of a run: figures about groups, already under the small-number rule (DESIGN.md §5.5).
alter table placement.match_run
    add column fairness jsonb,
    add constraint match_run_fairness_when_finished check (fairness is null or state = 'finished');
comment on constraint match_run_fairness_when_finished on placement.match_run is
    'Prevents figures about a run that has no outcome. Null in a finished run: it was made before there were such reports.';
