-- The whole structure after the last migration. Written by `python -m db.schema_dump`: change a migration, not this.


CREATE SCHEMA lab;

COMMENT ON SCHEMA lab IS 'The testing lab: studies with fictitious applicants. The placing half never reads it, nor the reverse.';

CREATE FUNCTION lab.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    raise exception 'this is never rewritten' using constraint = tg_argv[0], errcode = 'restrict_violation';
end $$;

COMMENT ON FUNCTION lab.refuse_change() IS 'Refuses the change that it is called for; its argument names the rule.';

CREATE FUNCTION lab.refuse_code_after_lock() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
    of_study uuid := case tg_op when 'DELETE' then old.study_id else new.study_id end;
begin
    if exists (select from lab.study where study_id = of_study and state not in ('running', 'stopped', 'closed'))
        or (tg_op = 'UPDATE' and new.study_id <> old.study_id) then
        raise exception 'codes are not changed once they are locked'
            using constraint = 'outcome_code_locked', errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

COMMENT ON FUNCTION lab.refuse_code_after_lock() IS 'Refuses codes of a study whose codes are locked, or that has no fieldwork yet; a study that goes takes its codes.';

CREATE TABLE lab.account (
    account_id uuid DEFAULT gen_random_uuid() NOT NULL,
    sign_in_name text NOT NULL,
    display_name text NOT NULL,
    password_hash text NOT NULL,
    totp_secret text,
    totp_last_step bigint DEFAULT 0 NOT NULL,
    language text DEFAULT 'nl'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT account_language_known CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text]))),
    CONSTRAINT account_sign_in_name_length CHECK (((length(sign_in_name) >= 3) AND (length(sign_in_name) <= 200)))
);

COMMENT ON TABLE lab.account IS 'A person of the lab. Nobody has an account here and one in the placing half.';

COMMENT ON COLUMN lab.account.totp_last_step IS 'Time step of the last code taken: a code works once (RFC 6238, section 5.2).';

COMMENT ON CONSTRAINT account_language_known ON lab.account IS 'Prevents a language that the catalogue does not have.';

COMMENT ON CONSTRAINT account_sign_in_name_length ON lab.account IS 'Prevents empty and endless sign-in names.';

CREATE TABLE lab.account_role (
    account_id uuid NOT NULL,
    role text NOT NULL,
    CONSTRAINT account_role_known CHECK ((role = ANY (ARRAY['researcher'::text, 'coder'::text])))
);

COMMENT ON TABLE lab.account_role IS 'What an account may do: a researcher runs studies, a coder codes replies blind.';

COMMENT ON CONSTRAINT account_role_known ON lab.account_role IS 'Prevents a role that no permission knows.';

CREATE VIEW lab.account_in_full AS
 SELECT account_id,
    sign_in_name,
    display_name,
    password_hash,
    totp_secret,
    totp_last_step,
    language,
    false AS all_programmes,
    ARRAY( SELECT r.role
           FROM lab.account_role r
          WHERE (r.account_id = a.account_id)
          ORDER BY r.role) AS roles,
    '{}'::text[] AS programmes
   FROM lab.account a;

COMMENT ON VIEW lab.account_in_full IS 'Who an account is in this half; nobody has programmes here.';

CREATE TABLE lab.analysis (
    analysis_id bigint NOT NULL,
    study_id uuid NOT NULL,
    kind text NOT NULL,
    document jsonb NOT NULL,
    account_id uuid NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT analysis_kind_known CHECK ((kind = ANY (ARRAY['registered'::text, 'exploratory'::text])))
);

COMMENT ON TABLE lab.analysis IS 'Results of a study: by the registered plan, or marked as exploratory.';

COMMENT ON CONSTRAINT analysis_kind_known ON lab.analysis IS 'Prevents results that are neither registered nor exploratory.';

ALTER TABLE lab.analysis ALTER COLUMN analysis_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME lab.analysis_analysis_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE lab.blocked_company (
    blocked_id bigint NOT NULL,
    identity jsonb NOT NULL,
    reason text NOT NULL,
    account_id uuid NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT blocked_company_reason_some CHECK ((length(btrim(reason)) > 0))
);

COMMENT ON TABLE lab.blocked_company IS 'A company that is left alone by every study: it complained, or asked for it.';

COMMENT ON CONSTRAINT blocked_company_reason_some ON lab.blocked_company IS 'Prevents a block without a reason.';

ALTER TABLE lab.blocked_company ALTER COLUMN blocked_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME lab.blocked_company_blocked_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE lab.call (
    study_id uuid NOT NULL,
    dispatch_id text NOT NULL,
    account_id uuid NOT NULL,
    started_at timestamp with time zone NOT NULL,
    script_version text NOT NULL,
    said text[] NOT NULL,
    consent text NOT NULL,
    recording_place text,
    recording_until date,
    recording_gone_at timestamp with time zone,
    recording_gone_by uuid,
    listener_id uuid,
    heard text,
    CONSTRAINT call_consent_known CHECK ((consent = ANY (ARRAY['not_asked'::text, 'given'::text, 'refused'::text]))),
    CONSTRAINT call_gone_recorded CHECK (((recording_gone_at IS NULL) OR (recording_place IS NOT NULL))),
    CONSTRAINT call_gone_whole CHECK (((recording_gone_at IS NULL) = (recording_gone_by IS NULL))),
    CONSTRAINT call_heard_known CHECK ((heard = ANY (ARRAY['live'::text, 'recording'::text]))),
    CONSTRAINT call_listener_other CHECK ((listener_id IS DISTINCT FROM account_id)),
    CONSTRAINT call_listener_whole CHECK (((listener_id IS NULL) = (heard IS NULL))),
    CONSTRAINT call_recording_consent CHECK (((recording_place IS NULL) OR (consent <> 'refused'::text))),
    CONSTRAINT call_recording_whole CHECK (((recording_place IS NULL) = (recording_until IS NULL)))
);

COMMENT ON TABLE lab.call IS 'A mystery call that was made: by whom, with which steps of the script, and who listened.';

COMMENT ON COLUMN lab.call.script_version IS 'The script as it was registered when the call was made.';

COMMENT ON COLUMN lab.call.said IS 'Steps of the script that were said, in their order.';

COMMENT ON COLUMN lab.call.recording_place IS 'Where the recording is kept, outside this program; null: not recorded.';

COMMENT ON COLUMN lab.call.recording_until IS 'The last day on which the recording may be kept.';

COMMENT ON COLUMN lab.call.heard IS 'How the second listener heard the call; null: nobody has said yet.';

COMMENT ON CONSTRAINT call_consent_known ON lab.call IS 'Prevents an answer that no rule knows.';

COMMENT ON CONSTRAINT call_gone_recorded ON lab.call IS 'Prevents the deletion of a recording that never was.';

COMMENT ON CONSTRAINT call_gone_whole ON lab.call IS 'Prevents a deletion by nobody.';

COMMENT ON CONSTRAINT call_heard_known ON lab.call IS 'Prevents a way of listening that no page can show.';

COMMENT ON CONSTRAINT call_listener_other ON lab.call IS 'Prevents a caller who is his own second listener.';

COMMENT ON CONSTRAINT call_listener_whole ON lab.call IS 'Prevents a listener who did not listen.';

COMMENT ON CONSTRAINT call_recording_consent ON lab.call IS 'Prevents the recording of somebody who said no.';

COMMENT ON CONSTRAINT call_recording_whole ON lab.call IS 'Prevents a recording that is kept for ever.';

CREATE TABLE lab.coding_round (
    study_id uuid NOT NULL,
    round integer NOT NULL,
    reason text NOT NULL,
    account_id uuid NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT coding_round_range CHECK ((round >= 2)),
    CONSTRAINT coding_round_reason_some CHECK ((length(btrim(reason)) > 0))
);

COMMENT ON TABLE lab.coding_round IS 'All replies are coded again, and why: the codes of the round before are kept and count no more. Round 1 has no row.';

COMMENT ON CONSTRAINT coding_round_range ON lab.coding_round IS 'The first round needs no reason.';

COMMENT ON CONSTRAINT coding_round_reason_some ON lab.coding_round IS 'Prevents coding again without a reason.';

CREATE TABLE lab.complaint (
    complaint_id bigint NOT NULL,
    study_id uuid NOT NULL,
    number integer NOT NULL,
    received_on date NOT NULL,
    words text NOT NULL,
    account_id uuid NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT complaint_words_some CHECK ((length(btrim(words)) > 0))
);

COMMENT ON TABLE lab.complaint IS 'A company complains: its part of the study ends, and it is left alone from then on.';

COMMENT ON CONSTRAINT complaint_words_some ON lab.complaint IS 'Prevents a complaint that says nothing.';

ALTER TABLE lab.complaint ALTER COLUMN complaint_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME lab.complaint_complaint_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE lab.deletion (
    deletion_id bigint NOT NULL,
    study_id uuid NOT NULL,
    kind text NOT NULL,
    rows_deleted integer NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT deletion_kind_known CHECK ((kind = ANY (ARRAY['replies'::text, 'key'::text])))
);

COMMENT ON TABLE lab.deletion IS 'The log of what was deleted on its date: raw replies, and the key file.';

COMMENT ON CONSTRAINT deletion_kind_known ON lab.deletion IS 'Prevents a kind of record that no page can show.';

ALTER TABLE lab.deletion ALTER COLUMN deletion_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME lab.deletion_deletion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE lab.dispatch (
    dispatch_id text NOT NULL,
    study_id uuid NOT NULL,
    number integer NOT NULL,
    place smallint NOT NULL,
    identity text NOT NULL,
    template text NOT NULL,
    sender text NOT NULL,
    name text NOT NULL,
    quality text NOT NULL,
    composition text NOT NULL,
    application jsonb,
    due_at timestamp with time zone NOT NULL,
    state text DEFAULT 'planned'::text NOT NULL,
    token text NOT NULL,
    from_address text NOT NULL,
    sent_at timestamp with time zone,
    sent_how text,
    sent_by uuid,
    message_id text,
    trouble jsonb,
    CONSTRAINT dispatch_identity_known CHECK ((identity = ANY (ARRAY['majority'::text, 'minority'::text]))),
    CONSTRAINT dispatch_place_range CHECK ((place = ANY (ARRAY[1, 2]))),
    CONSTRAINT dispatch_sent_how_known CHECK ((sent_how = ANY (ARRAY['smtp'::text, 'hand'::text]))),
    CONSTRAINT dispatch_sent_whole CHECK (((sent_at IS NULL) = (sent_how IS NULL))),
    CONSTRAINT dispatch_state_known CHECK ((state = ANY (ARRAY['planned'::text, 'due'::text, 'sent'::text, 'replied'::text, 'unanswered'::text, 'withdrawn'::text, 'undeliverable'::text, 'detected'::text, 'stopped'::text])))
);

COMMENT ON TABLE lab.dispatch IS 'One application of the plan: what chance gave it, when it is due, and how it went.';

COMMENT ON COLUMN lab.dispatch.number IS 'The pseudonym of the vacancy.';

COMMENT ON COLUMN lab.dispatch.application IS 'Letter and CV as they are sent; null once deleted on their date.';

COMMENT ON COLUMN lab.dispatch.token IS 'Unguessable part of the address that replies come to.';

COMMENT ON COLUMN lab.dispatch.trouble IS 'Why the last try to send it came to nothing.';

COMMENT ON CONSTRAINT dispatch_identity_known ON lab.dispatch IS 'Prevents an applicant that no analysis knows.';

COMMENT ON CONSTRAINT dispatch_place_range ON lab.dispatch IS 'Prevents a third application to a vacancy.';

COMMENT ON CONSTRAINT dispatch_sent_how_known ON lab.dispatch IS 'Prevents a way of sending that no page can show.';

COMMENT ON CONSTRAINT dispatch_sent_whole ON lab.dispatch IS 'Prevents a dispatch that was sent in no way.';

COMMENT ON CONSTRAINT dispatch_state_known ON lab.dispatch IS 'Prevents a state outside the life of a dispatch.';

CREATE TABLE lab.event (
    event_number bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid,
    kind text NOT NULL,
    subject text NOT NULL,
    facts jsonb NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL
);

COMMENT ON TABLE lab.event IS 'Append-only, hash-chained: hash = sha256(previous_hash || canonical JSON of the row).';

CREATE TABLE lab.final_outcome (
    study_id uuid NOT NULL,
    dispatch_id text NOT NULL,
    outcome text,
    said_by text NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    CONSTRAINT final_outcome_said_by_known CHECK ((said_by = ANY (ARRAY['coders'::text, 'rule'::text, 'nobody'::text]))),
    CONSTRAINT final_outcome_whole CHECK (((outcome IS NULL) = (said_by = 'nobody'::text)))
);

COMMENT ON TABLE lab.final_outcome IS 'What came of each application that was sent, written once when the codes are locked: what the analysis counts.';

COMMENT ON COLUMN lab.final_outcome.outcome IS 'A code of the protocol; null: the applicant withdrew before the company had to answer, so nobody knows.';

COMMENT ON COLUMN lab.final_outcome.said_by IS 'By coders; by rule: no answer in time, undeliverable, detected; by nobody where there is no outcome.';

COMMENT ON CONSTRAINT final_outcome_said_by_known ON lab.final_outcome IS 'Prevents a source that no report explains.';

COMMENT ON CONSTRAINT final_outcome_whole ON lab.final_outcome IS 'Prevents an outcome that nobody said.';

CREATE TABLE lab.frame_entry (
    study_id uuid NOT NULL,
    number integer NOT NULL,
    entry_id text NOT NULL,
    entry jsonb,
    stratum text NOT NULL,
    size_class text,
    file_name text NOT NULL,
    imported_at timestamp with time zone DEFAULT now() NOT NULL,
    turn integer,
    CONSTRAINT frame_entry_number_range CHECK ((number >= 1))
);

COMMENT ON TABLE lab.frame_entry IS 'A vacancy that can be drawn. The number is its pseudonym everywhere else: this table is the key file of a study.';

COMMENT ON COLUMN lab.frame_entry.entry IS 'Who and where (testing_lab.frame.entries.FrameEntry); null once the key file has been deleted on its date.';

COMMENT ON COLUMN lab.frame_entry.stratum IS 'The sector: here too, since the strata outlive the entry.';

COMMENT ON COLUMN lab.frame_entry.size_class IS 'The size, for the same reason; null: not known.';

COMMENT ON COLUMN lab.frame_entry.turn IS 'Place in the drawn sample, from 1; null: not drawn.';

COMMENT ON CONSTRAINT frame_entry_number_range ON lab.frame_entry IS 'Pseudonyms count from 1.';

CREATE TABLE lab.frame_import (
    study_id uuid NOT NULL,
    import_id bigint NOT NULL,
    file_name text NOT NULL,
    outcome jsonb NOT NULL,
    account_id uuid NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE lab.frame_import IS 'A file that was brought into the frame: what became of its rows, and what to look at.';

ALTER TABLE lab.frame_import ALTER COLUMN import_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME lab.frame_import_import_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE lab.frame_refusal (
    study_id uuid NOT NULL,
    refusal_id bigint NOT NULL,
    file_name text NOT NULL,
    row_number integer NOT NULL,
    cells jsonb NOT NULL,
    findings jsonb NOT NULL,
    imported_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE lab.frame_refusal IS 'A row that could not be used, as it stood in the file, with every reason.';

ALTER TABLE lab.frame_refusal ALTER COLUMN refusal_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME lab.frame_refusal_refusal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE lab.gate_tick (
    study_id uuid NOT NULL,
    gate text NOT NULL,
    person text NOT NULL,
    ticked_on date NOT NULL,
    evidence text NOT NULL,
    account_id uuid NOT NULL,
    CONSTRAINT gate_tick_evidence_some CHECK ((length(btrim(evidence)) > 0))
);

COMMENT ON TABLE lab.gate_tick IS 'A named person says that a gate is passed, and what proves it.';

COMMENT ON CONSTRAINT gate_tick_evidence_some ON lab.gate_tick IS 'Prevents a gate that is passed without evidence.';

CREATE TABLE lab.idempotency_key (
    account_id uuid NOT NULL,
    key text NOT NULL,
    request_sha256 text NOT NULL,
    status integer,
    body bytea,
    media_type text DEFAULT 'application/json'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT idempotency_key_length CHECK (((length(key) >= 1) AND (length(key) <= 200)))
);

COMMENT ON TABLE lab.idempotency_key IS 'The first answer to a post with this key; a repeat gets the same answer.';

COMMENT ON CONSTRAINT idempotency_key_length ON lab.idempotency_key IS 'Prevents empty and endless keys.';

CREATE TABLE lab.job (
    job_id uuid DEFAULT gen_random_uuid() NOT NULL,
    study_id uuid NOT NULL,
    account_id uuid NOT NULL,
    kind text NOT NULL,
    asked jsonb NOT NULL,
    mailbox bytea,
    state text DEFAULT 'waiting'::text NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    beat_at timestamp with time zone,
    answer jsonb,
    refusal jsonb,
    file bytea,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT job_ended_whole CHECK (((ended_at IS NULL) = (state = ANY (ARRAY['waiting'::text, 'running'::text])))),
    CONSTRAINT job_kind_known CHECK ((kind = ANY (ARRAY['letters'::text, 'replies'::text, 'plan'::text]))),
    CONSTRAINT job_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'refused'::text, 'failed'::text])))
);

COMMENT ON TABLE lab.job IS 'One piece of long work; gone a day after it ended, with its file.';

COMMENT ON COLUMN lab.job.mailbox IS 'The file to read in; null once the job has ended.';

COMMENT ON COLUMN lab.job.tries IS 'How often it was taken up: the number of the try is its fencing token.';

COMMENT ON COLUMN lab.job.beat_at IS 'When its worker last said that it is alive.';

COMMENT ON COLUMN lab.job.refusal IS 'Why the service refused: code, facts, fields and findings.';

COMMENT ON COLUMN lab.job.file IS 'What was made: letters, with names of companies.';

COMMENT ON CONSTRAINT job_ended_whole ON lab.job IS 'Prevents an end without its moment, and a moment without an end.';

COMMENT ON CONSTRAINT job_kind_known ON lab.job IS 'Prevents work that no worker knows.';

COMMENT ON CONSTRAINT job_state_known ON lab.job IS 'Prevents a state that no page explains.';

CREATE TABLE lab.outcome_code (
    study_id uuid NOT NULL,
    dispatch_id text NOT NULL,
    round integer DEFAULT 1 NOT NULL,
    account_id uuid NOT NULL,
    turn text NOT NULL,
    outcome text NOT NULL,
    replies_read integer DEFAULT 1 NOT NULL,
    coded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT outcome_code_read_some CHECK ((replies_read >= 1)),
    CONSTRAINT outcome_code_round_range CHECK ((round >= 1)),
    CONSTRAINT outcome_code_turn_known CHECK ((turn = ANY (ARRAY['first'::text, 'second'::text, 'third'::text])))
);

COMMENT ON TABLE lab.outcome_code IS 'What a coder read in the replies to a dispatch, without knowing who applied where.';

COMMENT ON COLUMN lab.outcome_code.replies_read IS 'How many replies the coder read. Where another came in since, the code does not count: he reads again.';

COMMENT ON CONSTRAINT outcome_code_read_some ON lab.outcome_code IS 'Prevents a code of what was not read.';

COMMENT ON CONSTRAINT outcome_code_round_range ON lab.outcome_code IS 'Rounds of coding count from 1.';

COMMENT ON CONSTRAINT outcome_code_turn_known ON lab.outcome_code IS 'Two coders, and a third where they disagree; no more.';

CREATE TABLE lab.plan (
    study_id uuid NOT NULL,
    sample jsonb NOT NULL,
    design jsonb NOT NULL,
    hours jsonb NOT NULL,
    seed text NOT NULL,
    redraws integer DEFAULT 0 NOT NULL,
    balance jsonb NOT NULL,
    recipe jsonb NOT NULL,
    plan_hash text NOT NULL,
    letters_hash text NOT NULL,
    account_id uuid NOT NULL,
    drawn_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE lab.plan IS 'How the sample and the plan of a study were drawn: everything that replays them.';

COMMENT ON COLUMN lab.plan.sample IS 'Strata as they were drawn, and entries that could not be tested on that day.';

COMMENT ON COLUMN lab.plan.recipe IS 'All that draws the plan again (testing_lab.randomisation.recipe.Recipe).';

COMMENT ON COLUMN lab.plan.plan_hash IS 'SHA-256 of who gets what and when; letters_hash: of all letters and CVs.';

CREATE TABLE lab.rate_limit (
    bucket text NOT NULL,
    window_start timestamp with time zone NOT NULL,
    hits integer NOT NULL
);

COMMENT ON TABLE lab.rate_limit IS 'Counters per caller and window, shared by all processes.';

CREATE TABLE lab.registration (
    study_id uuid NOT NULL,
    number integer NOT NULL,
    document jsonb NOT NULL,
    hash text NOT NULL,
    account_id uuid NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT registration_number_range CHECK ((number >= 0))
);

COMMENT ON TABLE lab.registration IS 'The registration of a protocol (number 0) and its amendments: each carries the hash of the one before.';

COMMENT ON CONSTRAINT registration_number_range ON lab.registration IS 'Prevents a link before the registration.';

CREATE TABLE lab.reply (
    reply_id uuid DEFAULT gen_random_uuid() NOT NULL,
    study_id uuid NOT NULL,
    dispatch_id text,
    fingerprint text NOT NULL,
    kind text NOT NULL,
    how jsonb NOT NULL,
    received_at timestamp with time zone NOT NULL,
    message jsonb,
    redacted text,
    recorded_by uuid,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    positive boolean,
    CONSTRAINT reply_kind_known CHECK ((kind = ANY (ARRAY['reply'::text, 'automatic'::text, 'bounce'::text, 'call'::text, 'letter'::text])))
);

COMMENT ON TABLE lab.reply IS 'What a company sent or said. Without a dispatch: a person decides where it belongs.';

COMMENT ON COLUMN lab.reply.how IS 'By which rules it was matched, or which dispatches it might belong to.';

COMMENT ON COLUMN lab.reply.message IS 'The reply itself; null once deleted on its date.';

COMMENT ON COLUMN lab.reply.redacted IS 'What coders see; null once deleted on its date.';

COMMENT ON COLUMN lab.reply.positive IS 'Said by the fieldworker, for the withdrawal clock alone: coders never see it.';

COMMENT ON CONSTRAINT reply_kind_known ON lab.reply IS 'Prevents a kind of reply that no page can show.';

CREATE TABLE lab.schema_migration (
    number integer NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE lab.schema_migration IS 'Which migrations this database ran, and the hash of each as it was then.';

CREATE TABLE lab.session (
    token_hash bytea NOT NULL,
    account_id uuid NOT NULL,
    csrf_token text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    last_seen_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

COMMENT ON TABLE lab.session IS 'Who is signed in; the token itself is not stored.';

CREATE TABLE lab.sign_in_failure (
    name_sha256 bytea NOT NULL,
    failures integer NOT NULL,
    last_failed_at timestamp with time zone DEFAULT now() NOT NULL,
    locked_until timestamp with time zone,
    CONSTRAINT sign_in_failure_range CHECK ((failures >= 1))
);

COMMENT ON TABLE lab.sign_in_failure IS 'Failed sign-ins in a row by hash of the lower-cased name typed; a good sign-in removes the row.';

COMMENT ON CONSTRAINT sign_in_failure_range ON lab.sign_in_failure IS 'A row stands for at least one failure.';

CREATE TABLE lab.study (
    study_id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    protocol jsonb NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_by uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    fieldwork_ended_at timestamp with time zone,
    inbox jsonb,
    CONSTRAINT study_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT study_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'registered'::text, 'running'::text, 'stopped'::text, 'closed'::text, 'coded'::text, 'unblinded'::text, 'analysed'::text, 'archived'::text])))
);

COMMENT ON TABLE lab.study IS 'A study: its protocol as it stands, and where it is in its life.';

COMMENT ON COLUMN lab.study.protocol IS 'The draft; from registration on the protocol of the last link of the chain.';

COMMENT ON COLUMN lab.study.version IS 'Counts saves of the draft: whoever saves over a newer one is told so.';

COMMENT ON COLUMN lab.study.fieldwork_ended_at IS 'When the study was closed: the days until deletion count from here.';

COMMENT ON COLUMN lab.study.inbox IS 'How far the mailbox of replies on the mail server was read.';

COMMENT ON CONSTRAINT study_name_length ON lab.study IS 'Prevents empty and endless names.';

COMMENT ON CONSTRAINT study_state_known ON lab.study IS 'Prevents a state outside the life of a study.';

CREATE TABLE lab.study_member (
    study_id uuid NOT NULL,
    account_id uuid NOT NULL,
    task text NOT NULL,
    CONSTRAINT study_member_task_known CHECK ((task = ANY (ARRAY['lead'::text, 'field'::text, 'coder'::text])))
);

COMMENT ON TABLE lab.study_member IS 'Who works on a study, with one task each: whoever sees who applied cannot also code the replies blind.';

COMMENT ON CONSTRAINT study_member_task_known ON lab.study_member IS 'Prevents a task that no permission knows.';

CREATE TABLE lab.study_profiles (
    study_id uuid NOT NULL,
    document jsonb NOT NULL,
    version integer DEFAULT 1 NOT NULL
);

COMMENT ON TABLE lab.study_profiles IS 'Names, letters and words of a study (testing_lab.profiles.study_profiles); fixed once the plan is drawn.';

COMMENT ON COLUMN lab.study_profiles.version IS 'Counts saves: whoever saves over a newer one is told so.';

CREATE TABLE lab.tested_establishment (
    tested_id bigint NOT NULL,
    identity jsonb NOT NULL,
    on_day date NOT NULL
);

COMMENT ON TABLE lab.tested_establishment IS 'Which establishment had a test on which day, for the cool-down of later studies; it names no study and no outcome.';

ALTER TABLE lab.tested_establishment ALTER COLUMN tested_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME lab.tested_establishment_tested_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE lab.unblinding (
    study_id uuid NOT NULL,
    person text NOT NULL,
    reason text NOT NULL,
    account_id uuid NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT unblinding_person_some CHECK ((length(btrim(person)) > 0)),
    CONSTRAINT unblinding_reason_some CHECK ((length(btrim(reason)) > 0))
);

COMMENT ON TABLE lab.unblinding IS 'Who decided that the trait is revealed, and why then.';

COMMENT ON CONSTRAINT unblinding_person_some ON lab.unblinding IS 'Prevents a decision of nobody.';

COMMENT ON CONSTRAINT unblinding_reason_some ON lab.unblinding IS 'Prevents a decision without a reason.';

CREATE TABLE lab.withdrawal (
    study_id uuid NOT NULL,
    dispatch_id text NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    sent_how text NOT NULL,
    account_id uuid NOT NULL,
    CONSTRAINT withdrawal_sent_how_known CHECK ((sent_how = ANY (ARRAY['smtp'::text, 'hand'::text])))
);

COMMENT ON TABLE lab.withdrawal IS 'The polite withdrawal of an application; its text is that of the protocol.';

COMMENT ON CONSTRAINT withdrawal_sent_how_known ON lab.withdrawal IS 'Prevents a way of sending that no page can show.';

ALTER TABLE ONLY lab.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (account_id);

COMMENT ON CONSTRAINT account_pkey ON lab.account IS 'Prevents two rows for one account; serves the look-up by account_id.';

ALTER TABLE ONLY lab.account_role
    ADD CONSTRAINT account_role_pkey PRIMARY KEY (account_id, role);

COMMENT ON CONSTRAINT account_role_pkey ON lab.account_role IS 'Prevents two rows for one role of an account; serves the look-up by account_id and role.';

ALTER TABLE ONLY lab.analysis
    ADD CONSTRAINT analysis_pkey PRIMARY KEY (analysis_id);

COMMENT ON CONSTRAINT analysis_pkey ON lab.analysis IS 'Prevents two rows with one number.';

ALTER TABLE ONLY lab.blocked_company
    ADD CONSTRAINT blocked_company_pkey PRIMARY KEY (blocked_id);

COMMENT ON CONSTRAINT blocked_company_pkey ON lab.blocked_company IS 'Prevents two rows with one number.';

ALTER TABLE ONLY lab.call
    ADD CONSTRAINT call_pkey PRIMARY KEY (study_id, dispatch_id);

COMMENT ON CONSTRAINT call_pkey ON lab.call IS 'Prevents a call that is made twice; serves the look-up of one.';

ALTER TABLE ONLY lab.coding_round
    ADD CONSTRAINT coding_round_pkey PRIMARY KEY (study_id, round);

COMMENT ON CONSTRAINT coding_round_pkey ON lab.coding_round IS 'Prevents two rounds with one number; serves the round that a study is in.';

ALTER TABLE ONLY lab.complaint
    ADD CONSTRAINT complaint_pkey PRIMARY KEY (complaint_id);

COMMENT ON CONSTRAINT complaint_pkey ON lab.complaint IS 'Prevents two rows with one number.';

ALTER TABLE ONLY lab.deletion
    ADD CONSTRAINT deletion_pkey PRIMARY KEY (deletion_id);

COMMENT ON CONSTRAINT deletion_pkey ON lab.deletion IS 'Prevents two rows with one number.';

ALTER TABLE ONLY lab.dispatch
    ADD CONSTRAINT dispatch_pkey PRIMARY KEY (study_id, dispatch_id);

COMMENT ON CONSTRAINT dispatch_pkey ON lab.dispatch IS 'Prevents two dispatches with one id; serves the look-up within a study.';

ALTER TABLE ONLY lab.dispatch
    ADD CONSTRAINT dispatch_place_unique UNIQUE (study_id, number, place);

COMMENT ON CONSTRAINT dispatch_place_unique ON lab.dispatch IS 'Prevents two applications in one place of the order; serves the pair of a vacancy.';

ALTER TABLE ONLY lab.dispatch
    ADD CONSTRAINT dispatch_token_unique UNIQUE (token);

COMMENT ON CONSTRAINT dispatch_token_unique ON lab.dispatch IS 'Prevents a reply that belongs to two dispatches.';

ALTER TABLE ONLY lab.event
    ADD CONSTRAINT event_hash_unique UNIQUE (hash);

COMMENT ON CONSTRAINT event_hash_unique ON lab.event IS 'Prevents one event from standing in the chain twice.';

ALTER TABLE ONLY lab.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (event_number);

COMMENT ON CONSTRAINT event_pkey ON lab.event IS 'Prevents two rows for one event; serves the look-up by event_number.';

ALTER TABLE ONLY lab.final_outcome
    ADD CONSTRAINT final_outcome_pkey PRIMARY KEY (study_id, dispatch_id);

COMMENT ON CONSTRAINT final_outcome_pkey ON lab.final_outcome IS 'Prevents two outcomes of one application; serves the analysis.';

ALTER TABLE ONLY lab.frame_entry
    ADD CONSTRAINT frame_entry_id_unique UNIQUE (study_id, entry_id);

COMMENT ON CONSTRAINT frame_entry_id_unique ON lab.frame_entry IS 'Prevents one vacancy from coming in twice; serves the import of the same file again.';

ALTER TABLE ONLY lab.frame_entry
    ADD CONSTRAINT frame_entry_pkey PRIMARY KEY (study_id, number);

COMMENT ON CONSTRAINT frame_entry_pkey ON lab.frame_entry IS 'Prevents two vacancies with one pseudonym; serves the look-up by it.';

ALTER TABLE ONLY lab.frame_import
    ADD CONSTRAINT frame_import_pkey PRIMARY KEY (import_id);

COMMENT ON CONSTRAINT frame_import_pkey ON lab.frame_import IS 'Prevents two rows with one number.';

ALTER TABLE ONLY lab.frame_refusal
    ADD CONSTRAINT frame_refusal_pkey PRIMARY KEY (refusal_id);

COMMENT ON CONSTRAINT frame_refusal_pkey ON lab.frame_refusal IS 'Prevents two rows with one number.';

ALTER TABLE ONLY lab.gate_tick
    ADD CONSTRAINT gate_tick_pkey PRIMARY KEY (study_id, gate);

COMMENT ON CONSTRAINT gate_tick_pkey ON lab.gate_tick IS 'Prevents two ticks of one gate; serves the look-up by study_id and gate.';

ALTER TABLE ONLY lab.idempotency_key
    ADD CONSTRAINT idempotency_key_pkey PRIMARY KEY (account_id, key);

COMMENT ON CONSTRAINT idempotency_key_pkey ON lab.idempotency_key IS 'Prevents two rows for one answer to a key; serves the look-up by account_id and key.';

ALTER TABLE ONLY lab.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (job_id);

COMMENT ON CONSTRAINT job_pkey ON lab.job IS 'Prevents two jobs with one id; serves the look-up by job_id.';

ALTER TABLE ONLY lab.outcome_code
    ADD CONSTRAINT outcome_code_once_unique UNIQUE (study_id, dispatch_id, round, account_id);

COMMENT ON CONSTRAINT outcome_code_once_unique ON lab.outcome_code IS 'Prevents a coder from coding one dispatch twice in a round.';

ALTER TABLE ONLY lab.outcome_code
    ADD CONSTRAINT outcome_code_pkey PRIMARY KEY (study_id, dispatch_id, round, turn);

COMMENT ON CONSTRAINT outcome_code_pkey ON lab.outcome_code IS 'Prevents two codes in one turn of a round; serves the agreement.';

ALTER TABLE ONLY lab.plan
    ADD CONSTRAINT plan_pkey PRIMARY KEY (study_id);

COMMENT ON CONSTRAINT plan_pkey ON lab.plan IS 'Prevents two plans of one study; serves the look-up by study_id.';

ALTER TABLE ONLY lab.rate_limit
    ADD CONSTRAINT rate_limit_pkey PRIMARY KEY (bucket, window_start);

COMMENT ON CONSTRAINT rate_limit_pkey ON lab.rate_limit IS 'Prevents two counters for one window; serves counting.';

ALTER TABLE ONLY lab.registration
    ADD CONSTRAINT registration_pkey PRIMARY KEY (study_id, number);

COMMENT ON CONSTRAINT registration_pkey ON lab.registration IS 'Prevents two amendments with one number; serves the chain of a study.';

ALTER TABLE ONLY lab.reply
    ADD CONSTRAINT reply_fingerprint_unique UNIQUE (study_id, fingerprint);

COMMENT ON CONSTRAINT reply_fingerprint_unique ON lab.reply IS 'Prevents one message from coming in twice; serves the import of the same mailbox again.';

ALTER TABLE ONLY lab.reply
    ADD CONSTRAINT reply_pkey PRIMARY KEY (reply_id);

COMMENT ON CONSTRAINT reply_pkey ON lab.reply IS 'Prevents two rows for one reply; serves the look-up by reply_id.';

ALTER TABLE ONLY lab.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (number);

COMMENT ON CONSTRAINT schema_migration_pkey ON lab.schema_migration IS 'Prevents a migration from being applied twice.';

ALTER TABLE ONLY lab.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (token_hash);

COMMENT ON CONSTRAINT session_pkey ON lab.session IS 'Prevents two sessions with one token; serves every request.';

ALTER TABLE ONLY lab.sign_in_failure
    ADD CONSTRAINT sign_in_failure_pkey PRIMARY KEY (name_sha256);

COMMENT ON CONSTRAINT sign_in_failure_pkey ON lab.sign_in_failure IS 'Prevents two rows for one name; serves every sign-in.';

ALTER TABLE ONLY lab.study_member
    ADD CONSTRAINT study_member_pkey PRIMARY KEY (study_id, account_id);

COMMENT ON CONSTRAINT study_member_pkey ON lab.study_member IS 'Prevents two tasks of one person in a study, so that coding stays blind; serves every permission.';

ALTER TABLE ONLY lab.study
    ADD CONSTRAINT study_pkey PRIMARY KEY (study_id);

COMMENT ON CONSTRAINT study_pkey ON lab.study IS 'Prevents two rows for one study; serves the look-up by study_id.';

ALTER TABLE ONLY lab.study_profiles
    ADD CONSTRAINT study_profiles_pkey PRIMARY KEY (study_id);

COMMENT ON CONSTRAINT study_profiles_pkey ON lab.study_profiles IS 'Prevents two sets of profiles of one study; serves the look-up by study_id.';

ALTER TABLE ONLY lab.tested_establishment
    ADD CONSTRAINT tested_establishment_pkey PRIMARY KEY (tested_id);

COMMENT ON CONSTRAINT tested_establishment_pkey ON lab.tested_establishment IS 'Prevents two rows with one number.';

ALTER TABLE ONLY lab.unblinding
    ADD CONSTRAINT unblinding_pkey PRIMARY KEY (study_id);

COMMENT ON CONSTRAINT unblinding_pkey ON lab.unblinding IS 'Prevents a study that is unblinded twice; serves the look-up by study_id.';

ALTER TABLE ONLY lab.withdrawal
    ADD CONSTRAINT withdrawal_pkey PRIMARY KEY (study_id, dispatch_id);

COMMENT ON CONSTRAINT withdrawal_pkey ON lab.withdrawal IS 'Prevents two withdrawals of one application; serves the withdrawal clock.';

CREATE UNIQUE INDEX account_sign_in_name_unique ON lab.account USING btree (lower(sign_in_name));

COMMENT ON INDEX lab.account_sign_in_name_unique IS 'Prevents two accounts with one sign-in name; serves sign-in.';

CREATE UNIQUE INDEX analysis_registered_unique ON lab.analysis USING btree (study_id) WHERE (kind = 'registered'::text);

COMMENT ON INDEX lab.analysis_registered_unique IS 'Prevents a second registered analysis of one study.';

CREATE INDEX analysis_study ON lab.analysis USING btree (study_id, analysis_id);

COMMENT ON INDEX lab.analysis_study IS 'Serves the results of a study.';

CREATE INDEX complaint_entry ON lab.complaint USING btree (study_id, number);

COMMENT ON INDEX lab.complaint_entry IS 'Serves the complaints of a study.';

CREATE INDEX deletion_study ON lab.deletion USING btree (study_id, deletion_id);

COMMENT ON INDEX lab.deletion_study IS 'Serves the deletion log of a study.';

CREATE INDEX dispatch_due ON lab.dispatch USING btree (study_id, due_at);

COMMENT ON INDEX lab.dispatch_due IS 'Serves the work list.';

CREATE INDEX event_subject ON lab.event USING btree (subject, event_number);

COMMENT ON INDEX lab.event_subject IS 'Serves the history of one study.';

CREATE INDEX frame_import_study ON lab.frame_import USING btree (study_id, import_id);

COMMENT ON INDEX lab.frame_import_study IS 'Serves the files of a study, the newest first.';

CREATE INDEX frame_refusal_study ON lab.frame_refusal USING btree (study_id, refusal_id);

COMMENT ON INDEX lab.frame_refusal_study IS 'Serves the list of refused rows of a study.';

CREATE INDEX idempotency_key_created_at ON lab.idempotency_key USING btree (created_at);

COMMENT ON INDEX lab.idempotency_key_created_at IS 'Serves the removal of answers older than a day.';

CREATE INDEX job_open ON lab.job USING btree (made_at) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));

COMMENT ON INDEX lab.job_open IS 'Serves the workers, who ask every second what waits the longest.';

CREATE INDEX job_study ON lab.job USING btree (study_id);

COMMENT ON INDEX lab.job_study IS 'Serves the jobs of a study, and its removal.';

CREATE INDEX rate_limit_window_start ON lab.rate_limit USING btree (window_start);

COMMENT ON INDEX lab.rate_limit_window_start IS 'Serves the removal of windows that have passed.';

CREATE INDEX reply_dispatch ON lab.reply USING btree (study_id, dispatch_id);

COMMENT ON INDEX lab.reply_dispatch IS 'Serves the replies of a dispatch.';

CREATE INDEX session_expires_at ON lab.session USING btree (expires_at);

COMMENT ON INDEX lab.session_expires_at IS 'Serves the removal of expired sessions.';

CREATE INDEX sign_in_failure_last_failed_at ON lab.sign_in_failure USING btree (last_failed_at);

COMMENT ON INDEX lab.sign_in_failure_last_failed_at IS 'Serves the removal of old failures.';

CREATE INDEX study_member_account ON lab.study_member USING btree (account_id);

COMMENT ON INDEX lab.study_member_account IS 'Serves the list of studies of one person.';

CREATE UNIQUE INDEX study_name_unique ON lab.study USING btree (lower(name));

COMMENT ON INDEX lab.study_name_unique IS 'Prevents two studies that people cannot tell apart.';

CREATE INDEX tested_establishment_day ON lab.tested_establishment USING btree (on_day);

COMMENT ON INDEX lab.tested_establishment_day IS 'Serves the removal of what no cool-down asks for any more.';

CREATE TRIGGER event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON lab.event FOR EACH STATEMENT EXECUTE FUNCTION lab.refuse_change('event_append_only');

COMMENT ON TRIGGER event_append_only ON lab.event IS 'Refuses every change of an event, and emptying the table.';

CREATE TRIGGER final_outcome_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON lab.final_outcome FOR EACH STATEMENT EXECUTE FUNCTION lab.refuse_change('final_outcome_append_only');

COMMENT ON TRIGGER final_outcome_append_only ON lab.final_outcome IS 'Refuses every change of what was locked.';

CREATE TRIGGER outcome_code_kept BEFORE TRUNCATE ON lab.outcome_code FOR EACH STATEMENT EXECUTE FUNCTION lab.refuse_change('outcome_code_kept');

COMMENT ON TRIGGER outcome_code_kept ON lab.outcome_code IS 'Refuses to empty the table, locked codes and all.';

CREATE TRIGGER outcome_code_locked BEFORE INSERT OR DELETE OR UPDATE ON lab.outcome_code FOR EACH ROW EXECUTE FUNCTION lab.refuse_code_after_lock();

COMMENT ON TRIGGER outcome_code_locked ON lab.outcome_code IS 'Codes lock before the trait is revealed: nobody changes, adds or removes one after that.';

CREATE TRIGGER registration_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON lab.registration FOR EACH STATEMENT EXECUTE FUNCTION lab.refuse_change('registration_append_only');

COMMENT ON TRIGGER registration_append_only ON lab.registration IS 'Refuses every change of what was registered.';

CREATE TRIGGER unblinding_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON lab.unblinding FOR EACH STATEMENT EXECUTE FUNCTION lab.refuse_change('unblinding_append_only');

COMMENT ON TRIGGER unblinding_append_only ON lab.unblinding IS 'Refuses every change of what was decided.';

ALTER TABLE ONLY lab.account_role
    ADD CONSTRAINT account_role_account_fkey FOREIGN KEY (account_id) REFERENCES lab.account(account_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT account_role_account_fkey ON lab.account_role IS 'Prevents a role of an account that is not there; it goes when the account goes.';

ALTER TABLE ONLY lab.analysis
    ADD CONSTRAINT analysis_account_fkey FOREIGN KEY (account_id) REFERENCES lab.account(account_id);

COMMENT ON CONSTRAINT analysis_account_fkey ON lab.analysis IS 'Prevents results by an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY lab.analysis
    ADD CONSTRAINT analysis_study_fkey FOREIGN KEY (study_id) REFERENCES lab.study(study_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT analysis_study_fkey ON lab.analysis IS 'Prevents results of a study that is not there; they go when the study goes.';

ALTER TABLE ONLY lab.blocked_company
    ADD CONSTRAINT blocked_company_account_fkey FOREIGN KEY (account_id) REFERENCES lab.account(account_id);

COMMENT ON CONSTRAINT blocked_company_account_fkey ON lab.blocked_company IS 'Prevents a block by an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY lab.call
    ADD CONSTRAINT call_account_fkey FOREIGN KEY (account_id) REFERENCES lab.account(account_id);

COMMENT ON CONSTRAINT call_account_fkey ON lab.call IS 'Prevents a call by an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY lab.call
    ADD CONSTRAINT call_dispatch_fkey FOREIGN KEY (study_id, dispatch_id) REFERENCES lab.dispatch(study_id, dispatch_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT call_dispatch_fkey ON lab.call IS 'Prevents a call that no plan asked for; it goes when the dispatch goes.';

ALTER TABLE ONLY lab.call
    ADD CONSTRAINT call_gone_account_fkey FOREIGN KEY (recording_gone_by) REFERENCES lab.account(account_id);

COMMENT ON CONSTRAINT call_gone_account_fkey ON lab.call IS 'Prevents a deletion by an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY lab.call
    ADD CONSTRAINT call_listener_fkey FOREIGN KEY (listener_id) REFERENCES lab.account(account_id);

COMMENT ON CONSTRAINT call_listener_fkey ON lab.call IS 'Prevents a listener of an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY lab.coding_round
    ADD CONSTRAINT coding_round_account_fkey FOREIGN KEY (account_id) REFERENCES lab.account(account_id);

COMMENT ON CONSTRAINT coding_round_account_fkey ON lab.coding_round IS 'Prevents a round begun by an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY lab.coding_round
    ADD CONSTRAINT coding_round_study_fkey FOREIGN KEY (study_id) REFERENCES lab.study(study_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT coding_round_study_fkey ON lab.coding_round IS 'Prevents a round of a study that is not there; it goes when the study goes.';

ALTER TABLE ONLY lab.complaint
    ADD CONSTRAINT complaint_account_fkey FOREIGN KEY (account_id) REFERENCES lab.account(account_id);

COMMENT ON CONSTRAINT complaint_account_fkey ON lab.complaint IS 'Prevents a complaint recorded by an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY lab.complaint
    ADD CONSTRAINT complaint_entry_fkey FOREIGN KEY (study_id, number) REFERENCES lab.frame_entry(study_id, number) ON DELETE CASCADE;

COMMENT ON CONSTRAINT complaint_entry_fkey ON lab.complaint IS 'Prevents a complaint of a company that is not in the frame; it goes when the entry goes.';

ALTER TABLE ONLY lab.deletion
    ADD CONSTRAINT deletion_study_fkey FOREIGN KEY (study_id) REFERENCES lab.study(study_id);

COMMENT ON CONSTRAINT deletion_study_fkey ON lab.deletion IS 'Prevents a deletion in a study that is not there.';

ALTER TABLE ONLY lab.dispatch
    ADD CONSTRAINT dispatch_account_fkey FOREIGN KEY (sent_by) REFERENCES lab.account(account_id);

COMMENT ON CONSTRAINT dispatch_account_fkey ON lab.dispatch IS 'Prevents a dispatch sent by an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY lab.dispatch
    ADD CONSTRAINT dispatch_entry_fkey FOREIGN KEY (study_id, number) REFERENCES lab.frame_entry(study_id, number);

COMMENT ON CONSTRAINT dispatch_entry_fkey ON lab.dispatch IS 'Prevents a dispatch to a vacancy that is not in the frame.';

ALTER TABLE ONLY lab.dispatch
    ADD CONSTRAINT dispatch_study_fkey FOREIGN KEY (study_id) REFERENCES lab.study(study_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT dispatch_study_fkey ON lab.dispatch IS 'Prevents a dispatch of a study that is not there; it goes when the study goes.';

ALTER TABLE ONLY lab.final_outcome
    ADD CONSTRAINT final_outcome_dispatch_fkey FOREIGN KEY (study_id, dispatch_id) REFERENCES lab.dispatch(study_id, dispatch_id);

COMMENT ON CONSTRAINT final_outcome_dispatch_fkey ON lab.final_outcome IS 'Prevents the outcome of a dispatch that is not there; the dispatch cannot go while it stands.';

ALTER TABLE ONLY lab.frame_entry
    ADD CONSTRAINT frame_entry_study_fkey FOREIGN KEY (study_id) REFERENCES lab.study(study_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT frame_entry_study_fkey ON lab.frame_entry IS 'Prevents an entry of a study that is not there; it goes when the study goes.';

ALTER TABLE ONLY lab.frame_import
    ADD CONSTRAINT frame_import_account_fkey FOREIGN KEY (account_id) REFERENCES lab.account(account_id);

COMMENT ON CONSTRAINT frame_import_account_fkey ON lab.frame_import IS 'Prevents an import by an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY lab.frame_import
    ADD CONSTRAINT frame_import_study_fkey FOREIGN KEY (study_id) REFERENCES lab.study(study_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT frame_import_study_fkey ON lab.frame_import IS 'Prevents an import in a study that is not there; it goes when the study goes.';

ALTER TABLE ONLY lab.frame_refusal
    ADD CONSTRAINT frame_refusal_study_fkey FOREIGN KEY (study_id) REFERENCES lab.study(study_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT frame_refusal_study_fkey ON lab.frame_refusal IS 'Prevents a refusal in a study that is not there; it goes when the study goes.';

ALTER TABLE ONLY lab.gate_tick
    ADD CONSTRAINT gate_tick_account_fkey FOREIGN KEY (account_id) REFERENCES lab.account(account_id);

COMMENT ON CONSTRAINT gate_tick_account_fkey ON lab.gate_tick IS 'Prevents a tick by an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY lab.gate_tick
    ADD CONSTRAINT gate_tick_study_fkey FOREIGN KEY (study_id) REFERENCES lab.study(study_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT gate_tick_study_fkey ON lab.gate_tick IS 'Prevents a tick in a study that is not there; it goes when the study goes.';

ALTER TABLE ONLY lab.idempotency_key
    ADD CONSTRAINT idempotency_key_account_fkey FOREIGN KEY (account_id) REFERENCES lab.account(account_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT idempotency_key_account_fkey ON lab.idempotency_key IS 'Prevents an answer of an account that is not there; it goes when the account goes.';

ALTER TABLE ONLY lab.job
    ADD CONSTRAINT job_account_fkey FOREIGN KEY (account_id) REFERENCES lab.account(account_id);

COMMENT ON CONSTRAINT job_account_fkey ON lab.job IS 'Prevents a job of nobody; the account cannot go while it stands.';

ALTER TABLE ONLY lab.job
    ADD CONSTRAINT job_study_fkey FOREIGN KEY (study_id) REFERENCES lab.study(study_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT job_study_fkey ON lab.job IS 'Prevents a job of a study that is not there; it goes when the study goes.';

ALTER TABLE ONLY lab.outcome_code
    ADD CONSTRAINT outcome_code_account_fkey FOREIGN KEY (account_id) REFERENCES lab.account(account_id);

COMMENT ON CONSTRAINT outcome_code_account_fkey ON lab.outcome_code IS 'Prevents a code by an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY lab.outcome_code
    ADD CONSTRAINT outcome_code_dispatch_fkey FOREIGN KEY (study_id, dispatch_id) REFERENCES lab.dispatch(study_id, dispatch_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT outcome_code_dispatch_fkey ON lab.outcome_code IS 'Prevents a code of a dispatch that is not there; it goes when the dispatch goes.';

ALTER TABLE ONLY lab.plan
    ADD CONSTRAINT plan_account_fkey FOREIGN KEY (account_id) REFERENCES lab.account(account_id);

COMMENT ON CONSTRAINT plan_account_fkey ON lab.plan IS 'Prevents a plan by an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY lab.plan
    ADD CONSTRAINT plan_study_fkey FOREIGN KEY (study_id) REFERENCES lab.study(study_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT plan_study_fkey ON lab.plan IS 'Prevents a plan of a study that is not there; it goes when the study goes.';

ALTER TABLE ONLY lab.registration
    ADD CONSTRAINT registration_account_fkey FOREIGN KEY (account_id) REFERENCES lab.account(account_id);

COMMENT ON CONSTRAINT registration_account_fkey ON lab.registration IS 'Prevents a link by an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY lab.registration
    ADD CONSTRAINT registration_study_fkey FOREIGN KEY (study_id) REFERENCES lab.study(study_id);

COMMENT ON CONSTRAINT registration_study_fkey ON lab.registration IS 'Prevents a link of a study that is not there; a registered study cannot go.';

ALTER TABLE ONLY lab.reply
    ADD CONSTRAINT reply_account_fkey FOREIGN KEY (recorded_by) REFERENCES lab.account(account_id);

COMMENT ON CONSTRAINT reply_account_fkey ON lab.reply IS 'Prevents a reply recorded by an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY lab.reply
    ADD CONSTRAINT reply_dispatch_fkey FOREIGN KEY (study_id, dispatch_id) REFERENCES lab.dispatch(study_id, dispatch_id);

COMMENT ON CONSTRAINT reply_dispatch_fkey ON lab.reply IS 'Prevents a reply to a dispatch that is not in the study.';

ALTER TABLE ONLY lab.reply
    ADD CONSTRAINT reply_study_fkey FOREIGN KEY (study_id) REFERENCES lab.study(study_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT reply_study_fkey ON lab.reply IS 'Prevents a reply in a study that is not there; it goes when the study goes.';

ALTER TABLE ONLY lab.session
    ADD CONSTRAINT session_account_fkey FOREIGN KEY (account_id) REFERENCES lab.account(account_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT session_account_fkey ON lab.session IS 'Prevents a session of an account that is not there; it goes when the account goes.';

ALTER TABLE ONLY lab.study
    ADD CONSTRAINT study_account_fkey FOREIGN KEY (created_by) REFERENCES lab.account(account_id);

COMMENT ON CONSTRAINT study_account_fkey ON lab.study IS 'Prevents a study that names an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY lab.study_member
    ADD CONSTRAINT study_member_account_fkey FOREIGN KEY (account_id) REFERENCES lab.account(account_id);

COMMENT ON CONSTRAINT study_member_account_fkey ON lab.study_member IS 'Prevents a task of an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY lab.study_member
    ADD CONSTRAINT study_member_study_fkey FOREIGN KEY (study_id) REFERENCES lab.study(study_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT study_member_study_fkey ON lab.study_member IS 'Prevents a task in a study that is not there; it goes when the study goes.';

ALTER TABLE ONLY lab.study_profiles
    ADD CONSTRAINT study_profiles_study_fkey FOREIGN KEY (study_id) REFERENCES lab.study(study_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT study_profiles_study_fkey ON lab.study_profiles IS 'Prevents profiles of a study that is not there; they go when the study goes.';

ALTER TABLE ONLY lab.unblinding
    ADD CONSTRAINT unblinding_account_fkey FOREIGN KEY (account_id) REFERENCES lab.account(account_id);

COMMENT ON CONSTRAINT unblinding_account_fkey ON lab.unblinding IS 'Prevents an unblinding by an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY lab.unblinding
    ADD CONSTRAINT unblinding_study_fkey FOREIGN KEY (study_id) REFERENCES lab.study(study_id);

COMMENT ON CONSTRAINT unblinding_study_fkey ON lab.unblinding IS 'Prevents the unblinding of a study that is not there; an unblinded study cannot go.';

ALTER TABLE ONLY lab.withdrawal
    ADD CONSTRAINT withdrawal_account_fkey FOREIGN KEY (account_id) REFERENCES lab.account(account_id);

COMMENT ON CONSTRAINT withdrawal_account_fkey ON lab.withdrawal IS 'Prevents a withdrawal by an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY lab.withdrawal
    ADD CONSTRAINT withdrawal_dispatch_fkey FOREIGN KEY (study_id, dispatch_id) REFERENCES lab.dispatch(study_id, dispatch_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT withdrawal_dispatch_fkey ON lab.withdrawal IS 'Prevents a withdrawal of a dispatch that is not there; it goes when the dispatch goes.';
