-- Mystery calls: how each was made and who listened. What was said stands in lab.reply, what it means in
-- lab.outcome_code: as for letters. No sound is ever stored here.

create table lab.call (
    study_id uuid not null,
    dispatch_id text not null,
    account_id uuid not null constraint call_account_fkey references lab.account,
    started_at timestamptz not null,
    script_version text not null,
    said text[] not null,
    consent text not null constraint call_consent_known check (consent in ('not_asked', 'given', 'refused')),
    recording_place text,
    recording_until date,
    recording_gone_at timestamptz,
    recording_gone_by uuid constraint call_gone_account_fkey references lab.account,
    listener_id uuid constraint call_listener_fkey references lab.account,
    heard text constraint call_heard_known check (heard in ('live', 'recording')),
    constraint call_pkey primary key (study_id, dispatch_id),
    constraint call_dispatch_fkey foreign key (study_id, dispatch_id)
        references lab.dispatch (study_id, dispatch_id) on delete cascade,
    constraint call_recording_consent check (recording_place is null or consent <> 'refused'),
    constraint call_recording_whole check ((recording_place is null) = (recording_until is null)),
    constraint call_gone_whole check ((recording_gone_at is null) = (recording_gone_by is null)),
    constraint call_gone_recorded check (recording_gone_at is null or recording_place is not null),
    constraint call_listener_whole check ((listener_id is null) = (heard is null)),
    constraint call_listener_other check (listener_id is distinct from account_id)
);
comment on table lab.call is 'A mystery call that was made: by whom, with which steps of the script, and who listened.';
comment on column lab.call.script_version is 'The script as it was registered when the call was made.';
comment on column lab.call.said is 'Steps of the script that were said, in their order.';
comment on column lab.call.recording_place is 'Where the recording is kept, outside this program; null: not recorded.';
comment on column lab.call.recording_until is 'The last day on which the recording may be kept.';
comment on column lab.call.heard is 'How the second listener heard the call; null: nobody has said yet.';
comment on constraint call_pkey on lab.call is 'Prevents a call that is made twice; serves the look-up of one.';
comment on constraint call_dispatch_fkey on lab.call is
    'Prevents a call that no plan asked for; it goes when the dispatch goes.';
comment on constraint call_account_fkey on lab.call is
    'Prevents a call by an account that is not there; the account cannot go while it stands.';
comment on constraint call_gone_account_fkey on lab.call is
    'Prevents a deletion by an account that is not there; the account cannot go while it stands.';
comment on constraint call_listener_fkey on lab.call is
    'Prevents a listener of an account that is not there; the account cannot go while it stands.';
comment on constraint call_consent_known on lab.call is 'Prevents an answer that no rule knows.';
comment on constraint call_heard_known on lab.call is 'Prevents a way of listening that no page can show.';
comment on constraint call_recording_consent on lab.call is 'Prevents the recording of somebody who said no.';
comment on constraint call_recording_whole on lab.call is 'Prevents a recording that is kept for ever.';
comment on constraint call_gone_whole on lab.call is 'Prevents a deletion by nobody.';
comment on constraint call_gone_recorded on lab.call is 'Prevents the deletion of a recording that never was.';
comment on constraint call_listener_whole on lab.call is 'Prevents a listener who did not listen.';
comment on constraint call_listener_other on lab.call is 'Prevents a caller who is his own second listener.';
