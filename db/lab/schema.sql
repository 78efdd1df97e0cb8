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

CREATE TABLE lab.rate_limit (
    bucket text NOT NULL,
    window_start timestamp with time zone NOT NULL,
    hits integer NOT NULL
);

COMMENT ON TABLE lab.rate_limit IS 'Counters per caller and window, shared by all processes.';

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
    CONSTRAINT study_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT study_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'registered'::text, 'running'::text, 'closed'::text, 'unblinded'::text, 'stopped'::text, 'archived'::text])))
);

COMMENT ON TABLE lab.study IS 'A study: its draft protocol until it is registered, and where it stands.';

COMMENT ON COLUMN lab.study.version IS 'Counts saves of the draft: whoever saves an older one is told so.';

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

ALTER TABLE ONLY lab.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (account_id);

COMMENT ON CONSTRAINT account_pkey ON lab.account IS 'Prevents two rows for one account; serves the look-up by account_id.';

ALTER TABLE ONLY lab.account_role
    ADD CONSTRAINT account_role_pkey PRIMARY KEY (account_id, role);

COMMENT ON CONSTRAINT account_role_pkey ON lab.account_role IS 'Prevents two rows for one role of an account; serves the look-up by account_id and role.';

ALTER TABLE ONLY lab.event
    ADD CONSTRAINT event_hash_unique UNIQUE (hash);

COMMENT ON CONSTRAINT event_hash_unique ON lab.event IS 'Prevents one event from standing in the chain twice.';

ALTER TABLE ONLY lab.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (event_number);

COMMENT ON CONSTRAINT event_pkey ON lab.event IS 'Prevents two rows for one event; serves the look-up by event_number.';

ALTER TABLE ONLY lab.idempotency_key
    ADD CONSTRAINT idempotency_key_pkey PRIMARY KEY (account_id, key);

COMMENT ON CONSTRAINT idempotency_key_pkey ON lab.idempotency_key IS 'Prevents two rows for one answer to a key; serves the look-up by account_id and key.';

ALTER TABLE ONLY lab.rate_limit
    ADD CONSTRAINT rate_limit_pkey PRIMARY KEY (bucket, window_start);

COMMENT ON CONSTRAINT rate_limit_pkey ON lab.rate_limit IS 'Prevents two counters for one window; serves counting.';

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

CREATE UNIQUE INDEX account_sign_in_name_unique ON lab.account USING btree (lower(sign_in_name));

COMMENT ON INDEX lab.account_sign_in_name_unique IS 'Prevents two accounts with one sign-in name; serves sign-in.';

CREATE INDEX event_subject ON lab.event USING btree (subject, event_number);

COMMENT ON INDEX lab.event_subject IS 'Serves the history of one study.';

CREATE INDEX idempotency_key_created_at ON lab.idempotency_key USING btree (created_at);

COMMENT ON INDEX lab.idempotency_key_created_at IS 'Serves the removal of answers older than a day.';

CREATE INDEX rate_limit_window_start ON lab.rate_limit USING btree (window_start);

COMMENT ON INDEX lab.rate_limit_window_start IS 'Serves the removal of windows that have passed.';

CREATE INDEX session_expires_at ON lab.session USING btree (expires_at);

COMMENT ON INDEX lab.session_expires_at IS 'Serves the removal of expired sessions.';

CREATE INDEX sign_in_failure_last_failed_at ON lab.sign_in_failure USING btree (last_failed_at);

COMMENT ON INDEX lab.sign_in_failure_last_failed_at IS 'Serves the removal of old failures.';

CREATE INDEX study_member_account ON lab.study_member USING btree (account_id);

COMMENT ON INDEX lab.study_member_account IS 'Serves the list of studies of one person.';

CREATE UNIQUE INDEX study_name_unique ON lab.study USING btree (lower(name));

COMMENT ON INDEX lab.study_name_unique IS 'Prevents two studies that people cannot tell apart.';

CREATE TRIGGER event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON lab.event FOR EACH STATEMENT EXECUTE FUNCTION lab.refuse_change('event_append_only');

COMMENT ON TRIGGER event_append_only ON lab.event IS 'Refuses every change of an event, and emptying the table.';

ALTER TABLE ONLY lab.account_role
    ADD CONSTRAINT account_role_account_fkey FOREIGN KEY (account_id) REFERENCES lab.account(account_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT account_role_account_fkey ON lab.account_role IS 'Prevents a role of an account that is not there; it goes when the account goes.';

ALTER TABLE ONLY lab.idempotency_key
    ADD CONSTRAINT idempotency_key_account_fkey FOREIGN KEY (account_id) REFERENCES lab.account(account_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT idempotency_key_account_fkey ON lab.idempotency_key IS 'Prevents an answer of an account that is not there; it goes when the account goes.';

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
