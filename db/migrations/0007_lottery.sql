-- A lottery whose seed was fixed before anybody knew it (docs/lottery.md).
create table placement.lottery (
    lottery_id uuid constraint lottery_pkey primary key default gen_random_uuid(),
    round_id uuid not null constraint lottery_round_fkey references placement.placement_round on delete cascade,
    number integer not null,
    state text not null default 'committed' constraint lottery_state_known check (state in
        ('committed', 'witnessed', 'used', 'revealed', 'replaced')),
    commitment_sha256 text not null,
    salt text not null constraint lottery_salt_form check (salt ~ '^[0-9a-f]{64}$'),
    secret text not null constraint lottery_secret_length check (length(secret) between 8 and 100),
    drawn boolean not null,
    earlier_runs integer not null,
    committed_by uuid not null constraint lottery_committed_account_fkey references placement.account,
    committed_at timestamptz not null default now(),
    public_text text,
    source text,
    witness text,
    frozen_sha256 text,
    frozen_students integer,
    frozen_offers integer,
    witnessed_by uuid constraint lottery_witnessed_account_fkey references placement.account,
    witnessed_at timestamptz,
    seed text,
    used_at timestamptz,
    opened_by uuid constraint lottery_opened_account_fkey references placement.account,
    opened_at timestamptz,
    reason text,
    constraint lottery_number_unique unique (round_id, number),
    constraint lottery_commitment_fits check (commitment_sha256 = encode(sha256(convert_to(
        'stagekans lottery commitment 1' || chr(10) || salt || chr(10) || secret || chr(10), 'UTF8')), 'hex')),
    constraint lottery_seed_fits check (seed = encode(sha256(convert_to(
        'stagekans lottery seed 1' || chr(10) || salt || chr(10) || secret || chr(10) || coalesce(public_text, '')
            || chr(10), 'UTF8')), 'hex')),
    constraint lottery_witness_whole check (
        num_nulls(public_text, source, witness, frozen_sha256, frozen_students, frozen_offers, witnessed_by,
                  witnessed_at) in (0, 8)
        and (state <> 'witnessed' or public_text is not null) and (state <> 'committed' or public_text is null)
        and length(public_text) between 1 and 500 and length(source) between 1 and 200
        and length(witness) between 1 and 200),
    constraint lottery_used_has_seed check (
        (seed is null) = (used_at is null) and (state not in ('used', 'revealed') or seed is not null)
        and (state not in ('committed', 'witnessed') or seed is null)),
    constraint lottery_opened_whole check (
        (opened_by is null) = (opened_at is null) and (state in ('revealed', 'replaced')) = (opened_at is not null)),
    constraint lottery_replaced_reason check (
        (state = 'replaced') = (reason is not null) and length(trim(reason)) between 10 and 500)
);
comment on table placement.lottery is
    'A committed lottery of a round. Salt, secret and seed are shown to nobody before the state is revealed or replaced.';
comment on column placement.lottery.drawn is 'The program drew the secret; false: a person made it up.';
comment on column placement.lottery.earlier_runs is 'Runs that the round had when this was committed.';
comment on column placement.lottery.frozen_sha256 is
    'Hash of the round as it was when the witness brought the public text; the record tells whether a run had the same.';
comment on column placement.lottery.seed is 'The seed of the runs, from the first run on.';
comment on column placement.lottery.opened_at is 'When salt, secret and seed became public: revealed, or replaced by another.';
comment on constraint lottery_pkey on placement.lottery is
    'Prevents two rows for one lottery; serves the look-up by lottery_id.';
comment on constraint lottery_round_fkey on placement.lottery is
    'Prevents a lottery of a round that is not there; it goes when the round goes.';
comment on constraint lottery_state_known on placement.lottery is 'The states of api/services/lottery_states.py.';
comment on constraint lottery_salt_form on placement.lottery is 'Prevents a salt that the published form does not know.';
comment on constraint lottery_secret_length on placement.lottery is 'Prevents a secret that the published form does not know.';
comment on constraint lottery_committed_account_fkey on placement.lottery is
    'Prevents a commitment by nobody; the account cannot go while it stands.';
comment on constraint lottery_witnessed_account_fkey on placement.lottery is
    'Prevents a public text entered by nobody; the account cannot go while it stands.';
comment on constraint lottery_opened_account_fkey on placement.lottery is
    'Prevents a seed revealed by nobody; the account cannot go while it stands.';
comment on constraint lottery_number_unique on placement.lottery is
    'Prevents two lotteries with one number in a round; serves the look-up by round_id.';
comment on constraint lottery_commitment_fits on placement.lottery is 'Prevents a hash that is not that of salt and secret.';
comment on constraint lottery_seed_fits on placement.lottery is 'Prevents a seed that is not the one that was committed to.';
comment on constraint lottery_witness_whole on placement.lottery is
    'Prevents a public text without source, witness, moment or frozen round, and one that came after the state says so.';
comment on constraint lottery_used_has_seed on placement.lottery is
    'Prevents a used lottery without a seed, and a seed before the first run.';
comment on constraint lottery_opened_whole on placement.lottery is
    'Prevents an opening without a person or a moment, and one that the state does not tell.';
comment on constraint lottery_replaced_reason on placement.lottery is
    'Prevents a lottery that is put aside without a reason in words.';

create unique index lottery_one_a_round on placement.lottery (round_id) where state <> 'replaced';
comment on index placement.lottery_one_a_round is 'Prevents two lotteries to choose from in one round.';

create function placement.refuse_another_lottery() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'committed' or new.seed is not null then
            raise exception 'a lottery begins as a commitment'
                using constraint = 'lottery_never_rewritten', errcode = 'restrict_violation';
        end if;
    elsif (old.round_id, old.number, old.commitment_sha256, old.salt, old.secret, old.drawn, old.committed_by,
           old.committed_at) is distinct from (new.round_id, new.number, new.commitment_sha256, new.salt, new.secret,
           new.drawn, new.committed_by, new.committed_at)
        or old.public_text is not null and (old.public_text, old.source, old.witness, old.frozen_sha256, old.witnessed_at)
            is distinct from (new.public_text, new.source, new.witness, new.frozen_sha256, new.witnessed_at)
        or old.seed is not null and old.seed is distinct from new.seed
        or old.state <> new.state and (old.state, new.state) not in (
            ('committed', 'witnessed'), ('committed', 'used'), ('witnessed', 'used'), ('used', 'revealed'),
            ('committed', 'replaced'), ('witnessed', 'replaced'), ('used', 'replaced'), ('revealed', 'replaced')) then
        raise exception 'a lottery is never rewritten'
            using constraint = 'lottery_never_rewritten', errcode = 'restrict_violation';
    end if;
    return new;
end $$;
comment on function placement.refuse_another_lottery() is
    'Refuses a lottery that changes its commitment, its public text or its seed, or goes back to an earlier state.';
create trigger lottery_never_rewritten before insert or update on placement.lottery
    for each row execute function placement.refuse_another_lottery();
comment on trigger lottery_never_rewritten on placement.lottery is 'Prevents drawing again behind everybody''s back.';

alter table placement.match_run
    add column lottery_id uuid constraint match_run_lottery_fkey references placement.lottery;
comment on column placement.match_run.lottery_id is
    'The committed lottery of this run. Policy and report then hold its commitment in the place of the seed.';
comment on constraint match_run_lottery_fkey on placement.match_run is
    'Prevents a run with a lottery that is not there; the lottery cannot go while the run stands.';
create index match_run_lottery on placement.match_run (lottery_id) where lottery_id is not null;
comment on index placement.match_run_lottery is 'Serves the runs of a lottery, and its removal with the round.';
