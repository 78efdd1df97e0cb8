-- A what-if is a run on the frozen round of another run, with changes. Nobody decides about it.
alter table placement.match_run
    add column kind text not null default 'match'
        constraint match_run_kind_known check (kind in ('match', 'what_if')),
    add column parent_run_id uuid
        constraint match_run_parent_fkey references placement.match_run on delete cascade,
    add column changes jsonb,
    add constraint match_run_what_if_whole
        check ((kind = 'what_if') = (parent_run_id is not null) and (kind = 'what_if') = (changes is not null));
comment on column placement.match_run.parent_run_id is 'The run whose frozen round was changed; only for a what-if.';
comment on column placement.match_run.changes is 'What was changed, as it was asked; only for a what-if.';
comment on constraint match_run_kind_known on placement.match_run is
    'A run to decide about (match), or one that only shows what would happen (what_if).';
comment on constraint match_run_parent_fkey on placement.match_run is
    'Prevents a what-if of a run that is not there; it goes when that run goes.';
comment on constraint match_run_what_if_whole on placement.match_run is
    'Prevents a what-if without its parent and its changes, and a run to decide about that has them.';
create index match_run_parent on placement.match_run (parent_run_id) where parent_run_id is not null;
comment on index placement.match_run_parent is 'Serves the what-ifs of a run, and the removal of a run.';

create function placement.refuse_what_if() returns trigger language plpgsql as $$
begin
    if exists (select from placement.match_run where run_id = new.run_id and kind = 'what_if') then
        raise exception 'nobody decides about a what-if'
            using constraint = 'decision_not_what_if', errcode = 'check_violation';
    end if;
    return new;
end $$;
comment on function placement.refuse_what_if() is 'Refuses a decision about a what-if.';
create trigger decision_not_what_if before insert on placement.decision
    for each row execute function placement.refuse_what_if();
comment on trigger decision_not_what_if on placement.decision is
    'Prevents a decision about a what-if: it only shows what would happen.';
