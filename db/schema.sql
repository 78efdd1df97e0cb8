-- The whole structure after the last migration. Written by `python -m db.schema_dump`: change a migration, not this.


CREATE SCHEMA placement;

COMMENT ON SCHEMA placement IS 'Operational data of the placing half. The testing lab never reads it, nor the reverse.';

CREATE SCHEMA queue;

COMMENT ON SCHEMA queue IS 'The job queue: objects of pgqueuer, named and shaped by it.';

CREATE TYPE queue.pgqueuer_status AS ENUM (
    'queued',
    'picked',
    'successful',
    'exception',
    'canceled',
    'deleted',
    'failed'
);

CREATE FUNCTION placement.refuse_another_lottery() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

COMMENT ON FUNCTION placement.refuse_another_lottery() IS 'Refuses a lottery that changes its commitment, its public text or its seed, or goes back to an earlier state.';

CREATE FUNCTION placement.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    raise exception 'events are append-only' using constraint = 'event_append_only', errcode = 'restrict_violation';
end $$;

COMMENT ON FUNCTION placement.refuse_change() IS 'Refuses the change that it is called for.';

CREATE FUNCTION placement.refuse_what_if() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if exists (select from placement.match_run where run_id = new.run_id and kind = 'what_if') then
        raise exception 'nobody decides about a what-if'
            using constraint = 'decision_not_what_if', errcode = 'check_violation';
    end if;
    return new;
end $$;

COMMENT ON FUNCTION placement.refuse_what_if() IS 'Refuses a decision about a what-if.';

CREATE FUNCTION queue.fn_pgqueuer_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    to_emit BOOLEAN := false;  -- Flag to decide whether to emit a notification
BEGIN
    -- Check operation type and set the emit flag accordingly
    IF TG_OP = 'UPDATE' AND OLD IS DISTINCT FROM NEW THEN
        to_emit := true;
    ELSIF TG_OP = 'DELETE' THEN
        to_emit := true;
    ELSIF TG_OP = 'INSERT' THEN
        to_emit := true;
    ELSIF TG_OP = 'TRUNCATE' THEN
        to_emit := true;
    END IF;

    -- Perform notification if the emit flag is set
    IF to_emit THEN
        PERFORM pg_notify(
            'ch_pgqueuer',
            json_build_object(
                'channel', 'ch_pgqueuer',
                'operation', lower(TG_OP),
                'sent_at', NOW(),
                'table', TG_TABLE_NAME,
                'type', 'table_changed_event'
            )::text
        );
    END IF;

    -- Return appropriate value based on the operation
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        RETURN NEW;
    ELSIF TG_OP = 'DELETE' THEN
        RETURN OLD;
    ELSE
        RETURN NULL; -- For TRUNCATE and other non-row-specific contexts
    END IF;

END;
$$;

CREATE TABLE placement.account (
    account_id uuid DEFAULT gen_random_uuid() NOT NULL,
    sign_in_name text NOT NULL,
    display_name text NOT NULL,
    password_hash text NOT NULL,
    totp_secret text,
    language text DEFAULT 'nl'::text NOT NULL,
    all_programmes boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    totp_last_step bigint DEFAULT 0 NOT NULL,
    CONSTRAINT account_language_known CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text]))),
    CONSTRAINT account_sign_in_name_length CHECK (((length(sign_in_name) >= 3) AND (length(sign_in_name) <= 200)))
);

COMMENT ON TABLE placement.account IS 'A person who may sign in. Roles stand in account_role; nobody is removed while a decision names them.';

COMMENT ON COLUMN placement.account.totp_last_step IS 'Time step of the last code taken: a code works once (RFC 6238, section 5.2).';

COMMENT ON CONSTRAINT account_language_known ON placement.account IS 'Prevents a language that the catalogue does not have.';

COMMENT ON CONSTRAINT account_sign_in_name_length ON placement.account IS 'Prevents empty and endless sign-in names.';

CREATE TABLE placement.account_programme (
    account_id uuid NOT NULL,
    crebo text NOT NULL,
    CONSTRAINT account_programme_crebo_form CHECK ((crebo ~ '^[0-9]{5}$'::text))
);

COMMENT ON TABLE placement.account_programme IS 'The programmes of a coordinator; account.all_programmes lifts the limit.';

COMMENT ON CONSTRAINT account_programme_crebo_form ON placement.account_programme IS 'A crebo code has five digits.';

CREATE TABLE placement.account_role (
    account_id uuid NOT NULL,
    role text NOT NULL,
    CONSTRAINT account_role_known CHECK ((role = ANY (ARRAY['coordinator'::text, 'service_point'::text, 'school_lead'::text, 'privacy_officer'::text, 'admin'::text])))
);

COMMENT ON TABLE placement.account_role IS 'What an account may do in this half.';

COMMENT ON CONSTRAINT account_role_known ON placement.account_role IS 'Prevents a role that no permission knows, and one of the lab.';

CREATE VIEW placement.account_in_full AS
 SELECT account_id,
    sign_in_name,
    display_name,
    password_hash,
    totp_secret,
    totp_last_step,
    language,
    all_programmes,
    ARRAY( SELECT r.role
           FROM placement.account_role r
          WHERE (r.account_id = a.account_id)
          ORDER BY r.role) AS roles,
    ARRAY( SELECT p.crebo
           FROM placement.account_programme p
          WHERE (p.account_id = a.account_id)
          ORDER BY p.crebo) AS programmes
   FROM placement.account a;

COMMENT ON VIEW placement.account_in_full IS 'Who an account is in this half, with roles and programmes.';

CREATE TABLE placement.discriminatory_request (
    request_id uuid DEFAULT gen_random_uuid() NOT NULL,
    number integer NOT NULL,
    company_id uuid NOT NULL,
    registered_offer_id uuid,
    ground text NOT NULL,
    channel text NOT NULL,
    words text NOT NULL,
    opened_by uuid NOT NULL,
    opened_at timestamp with time zone DEFAULT now() NOT NULL,
    outcome text,
    closing_words text DEFAULT ''::text NOT NULL,
    closed_by uuid,
    closed_at timestamp with time zone,
    CONSTRAINT discriminatory_request_channel_known CHECK ((channel = ANY (ARRAY['call'::text, 'visit'::text, 'event'::text, 'mail'::text, 'website'::text, 'other'::text]))),
    CONSTRAINT discriminatory_request_closed_whole CHECK ((num_nulls(outcome, closed_by, closed_at) = ANY (ARRAY[0, 3]))),
    CONSTRAINT discriminatory_request_ground_known CHECK ((ground = ANY (ARRAY['religion'::text, 'belief'::text, 'political_opinion'::text, 'race'::text, 'sex'::text, 'nationality'::text, 'sexual_orientation'::text, 'civil_status'::text, 'disability'::text, 'age'::text, 'working_hours'::text, 'contract_type'::text]))),
    CONSTRAINT discriminatory_request_outcome_known CHECK ((outcome = ANY (ARRAY['withdrawn'::text, 'kept'::text, 'mistake'::text]))),
    CONSTRAINT discriminatory_request_words_length CHECK ((length(words) <= 2000))
);

COMMENT ON TABLE placement.discriminatory_request IS 'A wish of a company that the law forbids. It blocks its offers; its words reach no run.';

COMMENT ON COLUMN placement.discriminatory_request.registered_offer_id IS 'Empty: the wish is about every offer of the company.';

COMMENT ON COLUMN placement.discriminatory_request.words IS 'What was asked; emptied some time after the end.';

COMMENT ON CONSTRAINT discriminatory_request_channel_known ON placement.discriminatory_request IS 'Prevents a channel that no page can show.';

COMMENT ON CONSTRAINT discriminatory_request_closed_whole ON placement.discriminatory_request IS 'Prevents an end without outcome, who and when.';

COMMENT ON CONSTRAINT discriminatory_request_ground_known ON placement.discriminatory_request IS 'The twelve grounds of Dutch equal-treatment law for work.';

COMMENT ON CONSTRAINT discriminatory_request_outcome_known ON placement.discriminatory_request IS 'Prevents an outcome that no page can show.';

COMMENT ON CONSTRAINT discriminatory_request_words_length ON placement.discriminatory_request IS 'Prevents endless words.';

CREATE TABLE placement.establishment (
    establishment_id uuid DEFAULT gen_random_uuid() NOT NULL,
    company_id uuid NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    postcode4 text,
    place text DEFAULT ''::text NOT NULL,
    CONSTRAINT establishment_postcode4_form CHECK ((postcode4 ~ '^[1-9][0-9]{3}$'::text))
);

COMMENT ON TABLE placement.establishment IS 'A place of work of a company: recognitions belong to it, offers come from it.';

COMMENT ON CONSTRAINT establishment_postcode4_form ON placement.establishment IS 'The four digits of a Dutch postcode; the first is never 0.';

CREATE TABLE placement.offer (
    offer_uid uuid DEFAULT gen_random_uuid() NOT NULL,
    round_id uuid NOT NULL,
    establishment_id uuid,
    offer_id text NOT NULL,
    places integer NOT NULL,
    crebos text[] NOT NULL,
    levels smallint[] DEFAULT '{}'::smallint[] NOT NULL,
    learning_path text,
    start_date date,
    end_date date,
    weekdays text[] DEFAULT '{}'::text[] NOT NULL,
    days_per_week smallint,
    postcode4 text,
    place text DEFAULT ''::text NOT NULL,
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    support_offered text[] DEFAULT '{}'::text[] NOT NULL,
    recognition_checked_on date,
    status text DEFAULT 'open'::text NOT NULL,
    extra jsonb DEFAULT '{}'::jsonb NOT NULL,
    reserves jsonb DEFAULT '[]'::jsonb NOT NULL,
    maximum_share jsonb DEFAULT '[]'::jsonb NOT NULL,
    minimum integer DEFAULT 0 NOT NULL,
    shared_capacity jsonb,
    registered_offer_id uuid,
    CONSTRAINT offer_crebos_some CHECK ((cardinality(crebos) > 0)),
    CONSTRAINT offer_days_range CHECK (((days_per_week >= 1) AND (days_per_week <= 5))),
    CONSTRAINT offer_id_length CHECK (((length(offer_id) >= 1) AND (length(offer_id) <= 80))),
    CONSTRAINT offer_learning_path_known CHECK ((learning_path = ANY (ARRAY['BOL'::text, 'BBL'::text]))),
    CONSTRAINT offer_maximum_share_list CHECK ((jsonb_typeof(maximum_share) = 'array'::text)),
    CONSTRAINT offer_minimum_range CHECK (((minimum >= 0) AND (minimum <= 100000))),
    CONSTRAINT offer_period CHECK (((end_date IS NULL) OR (start_date IS NULL) OR (end_date >= start_date))),
    CONSTRAINT offer_places_range CHECK (((places >= 0) AND (places <= 100000))),
    CONSTRAINT offer_postcode4_form CHECK ((postcode4 ~ '^[1-9][0-9]{3}$'::text)),
    CONSTRAINT offer_reserves_list CHECK ((jsonb_typeof(reserves) = 'array'::text)),
    CONSTRAINT offer_shared_capacity_whole CHECK ((shared_capacity ?& ARRAY['name'::text, 'places'::text])),
    CONSTRAINT offer_status_known CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text, 'blocked'::text])))
);

COMMENT ON TABLE placement.offer IS 'Places of one kind at one establishment in one round.';

COMMENT ON COLUMN placement.offer.registered_offer_id IS 'The offer of the register that this one is a copy of.';

COMMENT ON CONSTRAINT offer_crebos_some ON placement.offer IS 'Prevents an offer that is for nobody.';

COMMENT ON CONSTRAINT offer_days_range ON placement.offer IS 'A school week has one to five days.';

COMMENT ON CONSTRAINT offer_id_length ON placement.offer IS 'Prevents empty and endless offer ids.';

COMMENT ON CONSTRAINT offer_learning_path_known ON placement.offer IS 'BOL, BBL, or empty for either.';

COMMENT ON CONSTRAINT offer_maximum_share_list ON placement.offer IS 'Prevents maximum shares that are no list of {grouping, value, places}.';

COMMENT ON CONSTRAINT offer_minimum_range ON placement.offer IS 'Prevents a minimum that no offer can have.';

COMMENT ON CONSTRAINT offer_period ON placement.offer IS 'Prevents a period that ends before it starts.';

COMMENT ON CONSTRAINT offer_places_range ON placement.offer IS 'Prevents negative places, and slips of a few zeros too many.';

COMMENT ON CONSTRAINT offer_postcode4_form ON placement.offer IS 'The four digits of a Dutch postcode; the first is never 0.';

COMMENT ON CONSTRAINT offer_reserves_list ON placement.offer IS 'Prevents reserves that are no list of {grouping, value, places}.';

COMMENT ON CONSTRAINT offer_shared_capacity_whole ON placement.offer IS 'Prevents a shared capacity without a name or a number; null: the offer shares nothing.';

COMMENT ON CONSTRAINT offer_status_known ON placement.offer IS 'Prevents a status that the eligibility rule does not know.';

CREATE VIEW placement.blocked_offer AS
 SELECT o.offer_uid
   FROM ((placement.discriminatory_request d
     JOIN placement.establishment e ON ((e.company_id = d.company_id)))
     JOIN placement.offer o ON (((o.establishment_id = e.establishment_id) AND ((d.registered_offer_id IS NULL) OR (d.registered_offer_id = o.registered_offer_id)))))
  WHERE ((d.closed_at IS NULL) OR (d.outcome = 'kept'::text));

COMMENT ON VIEW placement.blocked_offer IS 'Offers of rounds that a case blocks, whatever their own status: an import cannot open them again.';

CREATE TABLE placement.registered_offer (
    registered_offer_id uuid DEFAULT gen_random_uuid() NOT NULL,
    number integer NOT NULL,
    establishment_id uuid NOT NULL,
    contact_id uuid,
    kind text NOT NULL,
    title text NOT NULL,
    task text DEFAULT ''::text NOT NULL,
    crebos text[] DEFAULT '{}'::text[] NOT NULL,
    places integer NOT NULL,
    start_date date,
    end_date date,
    weekdays text[] DEFAULT '{}'::text[] NOT NULL,
    days_per_week smallint,
    hours_per_week smallint,
    guidance_who text NOT NULL,
    guidance_hours double precision NOT NULL,
    requirements jsonb DEFAULT '[]'::jsonb NOT NULL,
    support_offered text[] DEFAULT '{}'::text[] NOT NULL,
    pay text DEFAULT ''::text NOT NULL,
    selection text DEFAULT 'direct'::text NOT NULL,
    source text DEFAULT 'call'::text NOT NULL,
    promises text DEFAULT ''::text NOT NULL,
    recruitment_text text DEFAULT ''::text NOT NULL,
    stage text DEFAULT 'new'::text NOT NULL,
    stage_before text,
    owner uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_by uuid NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT registered_offer_days_range CHECK (((days_per_week >= 1) AND (days_per_week <= 5))),
    CONSTRAINT registered_offer_guidance_range CHECK (((guidance_hours > (0)::double precision) AND (guidance_hours <= (40)::double precision))),
    CONSTRAINT registered_offer_guidance_said CHECK (((length(guidance_who) >= 1) AND (length(guidance_who) <= 200))),
    CONSTRAINT registered_offer_hours_range CHECK (((hours_per_week >= 1) AND (hours_per_week <= 60))),
    CONSTRAINT registered_offer_kind_known CHECK ((kind = ANY (ARRAY['internship'::text, 'apprenticeship'::text, 'work_experience'::text, 'trial_placement'::text, 'taster_day'::text]))),
    CONSTRAINT registered_offer_period CHECK ((end_date >= start_date)),
    CONSTRAINT registered_offer_places_range CHECK (((places >= 1) AND (places <= 1000))),
    CONSTRAINT registered_offer_requirements_list CHECK ((jsonb_typeof(requirements) = 'array'::text)),
    CONSTRAINT registered_offer_selection_known CHECK ((selection = ANY (ARRAY['direct'::text, 'profile'::text, 'meeting'::text]))),
    CONSTRAINT registered_offer_source_known CHECK ((source = ANY (ARRAY['call'::text, 'visit'::text, 'event'::text, 'mail'::text, 'website'::text, 'other'::text]))),
    CONSTRAINT registered_offer_stage_before_known CHECK ((stage_before = ANY (ARRAY['new'::text, 'checked'::text, 'live'::text, 'lapsed'::text]))),
    CONSTRAINT registered_offer_stage_known CHECK ((stage = ANY (ARRAY['new'::text, 'checked'::text, 'live'::text, 'lapsed'::text]))),
    CONSTRAINT registered_offer_title_length CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);

COMMENT ON TABLE placement.registered_offer IS 'What a company offers, in no round or in several. Reserved and filled are counted, never stored.';

COMMENT ON COLUMN placement.registered_offer.requirements IS 'A list of {text, reason}: what is asked, and why it is needed.';

COMMENT ON COLUMN placement.registered_offer.stage_before IS 'Where undo goes back to; empty where nothing is to be undone.';

COMMENT ON COLUMN placement.registered_offer.version IS 'Counts changes; a form that shows an older one is refused.';

COMMENT ON CONSTRAINT registered_offer_days_range ON placement.registered_offer IS 'A school week has one to five days.';

COMMENT ON CONSTRAINT registered_offer_guidance_range ON placement.registered_offer IS 'Guidance is hours a week.';

COMMENT ON CONSTRAINT registered_offer_guidance_said ON placement.registered_offer IS 'Prevents an offer without guidance.';

COMMENT ON CONSTRAINT registered_offer_hours_range ON placement.registered_offer IS 'No week of work is longer.';

COMMENT ON CONSTRAINT registered_offer_kind_known ON placement.registered_offer IS 'Prevents a kind that no page can show.';

COMMENT ON CONSTRAINT registered_offer_period ON placement.registered_offer IS 'Prevents a period that ends before it starts.';

COMMENT ON CONSTRAINT registered_offer_places_range ON placement.registered_offer IS 'Prevents an offer of nothing, and slips of a few zeros too many.';

COMMENT ON CONSTRAINT registered_offer_requirements_list ON placement.registered_offer IS 'Prevents requirements that are no list.';

COMMENT ON CONSTRAINT registered_offer_selection_known ON placement.registered_offer IS 'Prevents a way to choose that no page can show.';

COMMENT ON CONSTRAINT registered_offer_source_known ON placement.registered_offer IS 'Prevents a source that no page can show.';

COMMENT ON CONSTRAINT registered_offer_stage_before_known ON placement.registered_offer IS 'The stages of api/services/register/lifecycle.py.';

COMMENT ON CONSTRAINT registered_offer_stage_known ON placement.registered_offer IS 'The stages of api/services/register/lifecycle.py.';

COMMENT ON CONSTRAINT registered_offer_title_length ON placement.registered_offer IS 'Prevents empty and endless titles.';

CREATE VIEW placement.blocked_registered_offer AS
 SELECT r.registered_offer_id
   FROM ((placement.discriminatory_request d
     JOIN placement.establishment e ON ((e.company_id = d.company_id)))
     JOIN placement.registered_offer r ON (((r.establishment_id = e.establishment_id) AND ((d.registered_offer_id IS NULL) OR (d.registered_offer_id = r.registered_offer_id)))))
  WHERE ((d.closed_at IS NULL) OR (d.outcome = 'kept'::text));

COMMENT ON VIEW placement.blocked_registered_offer IS 'Offers of the register that a case blocks.';

CREATE TABLE placement.company (
    company_id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    training_company_id text,
    kvk text,
    merged_into uuid,
    CONSTRAINT company_kvk_form CHECK ((kvk ~ '^[0-9]{8}$'::text)),
    CONSTRAINT company_merged_elsewhere CHECK ((merged_into <> company_id))
);

COMMENT ON TABLE placement.company IS 'A training company (leerbedrijf), shared by all rounds.';

COMMENT ON COLUMN placement.company.merged_into IS 'The company that this one turned out to be; empty for every other.';

COMMENT ON CONSTRAINT company_kvk_form ON placement.company IS 'A KvK number has eight digits.';

COMMENT ON CONSTRAINT company_merged_elsewhere ON placement.company IS 'Prevents a merge into itself.';

CREATE TABLE placement.company_merge (
    merge_id uuid DEFAULT gen_random_uuid() NOT NULL,
    kept_id uuid NOT NULL,
    merged_id uuid NOT NULL,
    moved jsonb NOT NULL,
    merged_by uuid NOT NULL,
    merged_at timestamp with time zone DEFAULT now() NOT NULL,
    undone_at timestamp with time zone
);

COMMENT ON TABLE placement.company_merge IS 'A company that was entered twice: what went where, so that it can be undone.';

COMMENT ON COLUMN placement.company_merge.moved IS 'What moved, by table, and what the kept company was called and had.';

CREATE TABLE placement.contact (
    contact_id uuid DEFAULT gen_random_uuid() NOT NULL,
    company_id uuid NOT NULL,
    name text NOT NULL,
    job text DEFAULT ''::text NOT NULL,
    phone text DEFAULT ''::text NOT NULL,
    email text DEFAULT ''::text NOT NULL,
    keep_until date NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT contact_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);

COMMENT ON TABLE placement.contact IS 'Somebody at a company, with business data alone.';

COMMENT ON COLUMN placement.contact.keep_until IS 'Removed after this day; every talk puts it off.';

COMMENT ON CONSTRAINT contact_name_length ON placement.contact IS 'Prevents empty and endless names.';

CREATE TABLE placement.conversation (
    conversation_id uuid DEFAULT gen_random_uuid() NOT NULL,
    company_id uuid NOT NULL,
    contact_id uuid,
    kind text NOT NULL,
    held_on date NOT NULL,
    note text NOT NULL,
    promise text DEFAULT ''::text NOT NULL,
    recorded_by uuid NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT conversation_kind_known CHECK ((kind = ANY (ARRAY['call'::text, 'visit'::text, 'event'::text, 'mail'::text, 'website'::text, 'other'::text]))),
    CONSTRAINT conversation_note_length CHECK (((length(note) >= 1) AND (length(note) <= 2000)))
);

COMMENT ON TABLE placement.conversation IS 'A talk with a company, in a few words; nothing about students.';

COMMENT ON CONSTRAINT conversation_kind_known ON placement.conversation IS 'Prevents a kind that no page can show.';

COMMENT ON CONSTRAINT conversation_note_length ON placement.conversation IS 'Prevents empty and endless notes.';

CREATE TABLE placement.decision (
    decision_id uuid DEFAULT gen_random_uuid() NOT NULL,
    run_id uuid NOT NULL,
    student_number text NOT NULL,
    kind text NOT NULL,
    proposed_offer_id text,
    offer_id text,
    reason text DEFAULT ''::text NOT NULL,
    decided_by uuid NOT NULL,
    decided_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT decision_kind_known CHECK ((kind = ANY (ARRAY['accept'::text, 'override'::text]))),
    CONSTRAINT decision_override_reason CHECK (((kind <> 'override'::text) OR (length(TRIM(BOTH FROM reason)) >= 10)))
);

COMMENT ON TABLE placement.decision IS 'What a person decided about a student of a run: accept the proposal, or override it with a reason.';

COMMENT ON CONSTRAINT decision_kind_known ON placement.decision IS 'Prevents a kind of decision that no page can show.';

COMMENT ON CONSTRAINT decision_override_reason ON placement.decision IS 'Prevents an override without a reason of at least ten characters.';

ALTER TABLE placement.discriminatory_request ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME placement.discriminatory_request_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE placement.equivalent_programme (
    crebo text NOT NULL,
    equivalent_crebo text NOT NULL,
    CONSTRAINT equivalent_programme_crebo_form CHECK ((crebo ~ '^[0-9]{5}$'::text)),
    CONSTRAINT equivalent_programme_equivalent_form CHECK ((equivalent_crebo ~ '^[0-9]{5}$'::text))
);

COMMENT ON TABLE placement.equivalent_programme IS 'A student of `crebo` may also train at a company recognised for `equivalent_crebo`. Not symmetric by itself.';

COMMENT ON CONSTRAINT equivalent_programme_crebo_form ON placement.equivalent_programme IS 'A crebo code has five digits.';

COMMENT ON CONSTRAINT equivalent_programme_equivalent_form ON placement.equivalent_programme IS 'A crebo code has five digits.';

CREATE TABLE placement.event (
    event_number bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid,
    kind text NOT NULL,
    subject text NOT NULL,
    facts jsonb NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL
);

COMMENT ON TABLE placement.event IS 'Append-only, hash-chained: hash = sha256(previous_hash || canonical JSON of the row).';

CREATE TABLE placement.idempotency_key (
    account_id uuid NOT NULL,
    key text NOT NULL,
    request_sha256 text NOT NULL,
    status integer,
    body bytea,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    media_type text DEFAULT 'application/json'::text NOT NULL,
    CONSTRAINT idempotency_key_length CHECK (((length(key) >= 1) AND (length(key) <= 200)))
);

COMMENT ON TABLE placement.idempotency_key IS 'The first answer to a post with this key; a repeat gets the same answer.';

COMMENT ON CONSTRAINT idempotency_key_length ON placement.idempotency_key IS 'Prevents empty and endless keys.';

CREATE TABLE placement.import_file (
    import_id uuid DEFAULT gen_random_uuid() NOT NULL,
    round_id uuid NOT NULL,
    kind text NOT NULL,
    file_name text NOT NULL,
    content bytea NOT NULL,
    sha256 text NOT NULL,
    state text DEFAULT 'previewed'::text NOT NULL,
    report jsonb NOT NULL,
    created_by uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    applied_at timestamp with time zone,
    CONSTRAINT import_file_kind_known CHECK ((kind = ANY (ARRAY['students'::text, 'offers'::text, 'equivalents'::text]))),
    CONSTRAINT import_file_state_known CHECK ((state = ANY (ARRAY['previewed'::text, 'applied'::text, 'cancelled'::text])))
);

COMMENT ON TABLE placement.import_file IS 'An uploaded file between preview and apply, with what was found in it.';

COMMENT ON CONSTRAINT import_file_kind_known ON placement.import_file IS 'Prevents a kind of file that has no reader.';

COMMENT ON CONSTRAINT import_file_state_known ON placement.import_file IS 'Prevents a state outside the life of an import.';

CREATE TABLE placement.lottery (
    lottery_id uuid DEFAULT gen_random_uuid() NOT NULL,
    round_id uuid NOT NULL,
    number integer NOT NULL,
    state text DEFAULT 'committed'::text NOT NULL,
    commitment_sha256 text NOT NULL,
    salt text NOT NULL,
    secret text NOT NULL,
    drawn boolean NOT NULL,
    earlier_runs integer NOT NULL,
    committed_by uuid NOT NULL,
    committed_at timestamp with time zone DEFAULT now() NOT NULL,
    public_text text,
    source text,
    witness text,
    frozen_sha256 text,
    frozen_students integer,
    frozen_offers integer,
    witnessed_by uuid,
    witnessed_at timestamp with time zone,
    seed text,
    used_at timestamp with time zone,
    opened_by uuid,
    opened_at timestamp with time zone,
    reason text,
    CONSTRAINT lottery_commitment_fits CHECK ((commitment_sha256 = encode(sha256(convert_to(((((('stagekans lottery commitment 1'::text || chr(10)) || salt) || chr(10)) || secret) || chr(10)), 'UTF8'::name)), 'hex'::text))),
    CONSTRAINT lottery_opened_whole CHECK ((((opened_by IS NULL) = (opened_at IS NULL)) AND ((state = ANY (ARRAY['revealed'::text, 'replaced'::text])) = (opened_at IS NOT NULL)))),
    CONSTRAINT lottery_replaced_reason CHECK ((((state = 'replaced'::text) = (reason IS NOT NULL)) AND ((length(TRIM(BOTH FROM reason)) >= 10) AND (length(TRIM(BOTH FROM reason)) <= 500)))),
    CONSTRAINT lottery_salt_form CHECK ((salt ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT lottery_secret_length CHECK (((length(secret) >= 8) AND (length(secret) <= 100))),
    CONSTRAINT lottery_seed_fits CHECK ((seed = encode(sha256(convert_to(((((((('stagekans lottery seed 1'::text || chr(10)) || salt) || chr(10)) || secret) || chr(10)) || COALESCE(public_text, ''::text)) || chr(10)), 'UTF8'::name)), 'hex'::text))),
    CONSTRAINT lottery_state_known CHECK ((state = ANY (ARRAY['committed'::text, 'witnessed'::text, 'used'::text, 'revealed'::text, 'replaced'::text]))),
    CONSTRAINT lottery_used_has_seed CHECK ((((seed IS NULL) = (used_at IS NULL)) AND ((state <> ALL (ARRAY['used'::text, 'revealed'::text])) OR (seed IS NOT NULL)) AND ((state <> ALL (ARRAY['committed'::text, 'witnessed'::text])) OR (seed IS NULL)))),
    CONSTRAINT lottery_witness_whole CHECK (((num_nulls(public_text, source, witness, frozen_sha256, frozen_students, frozen_offers, witnessed_by, witnessed_at) = ANY (ARRAY[0, 8])) AND ((state <> 'witnessed'::text) OR (public_text IS NOT NULL)) AND ((state <> 'committed'::text) OR (public_text IS NULL)) AND ((length(public_text) >= 1) AND (length(public_text) <= 500)) AND ((length(source) >= 1) AND (length(source) <= 200)) AND ((length(witness) >= 1) AND (length(witness) <= 200))))
);

COMMENT ON TABLE placement.lottery IS 'A committed lottery of a round. Salt, secret and seed are shown to nobody before the state is revealed or replaced.';

COMMENT ON COLUMN placement.lottery.drawn IS 'The program drew the secret; false: a person made it up.';

COMMENT ON COLUMN placement.lottery.earlier_runs IS 'Runs that the round had when this was committed.';

COMMENT ON COLUMN placement.lottery.frozen_sha256 IS 'Hash of the round as it was when the witness brought the public text; the record tells whether a run had the same.';

COMMENT ON COLUMN placement.lottery.seed IS 'The seed of the runs, from the first run on.';

COMMENT ON COLUMN placement.lottery.opened_at IS 'When salt, secret and seed became public: revealed, or replaced by another.';

COMMENT ON CONSTRAINT lottery_commitment_fits ON placement.lottery IS 'Prevents a hash that is not that of salt and secret.';

COMMENT ON CONSTRAINT lottery_opened_whole ON placement.lottery IS 'Prevents an opening without a person or a moment, and one that the state does not tell.';

COMMENT ON CONSTRAINT lottery_replaced_reason ON placement.lottery IS 'Prevents a lottery that is put aside without a reason in words.';

COMMENT ON CONSTRAINT lottery_salt_form ON placement.lottery IS 'Prevents a salt that the published form does not know.';

COMMENT ON CONSTRAINT lottery_secret_length ON placement.lottery IS 'Prevents a secret that the published form does not know.';

COMMENT ON CONSTRAINT lottery_seed_fits ON placement.lottery IS 'Prevents a seed that is not the one that was committed to.';

COMMENT ON CONSTRAINT lottery_state_known ON placement.lottery IS 'The states of api/services/lottery_states.py.';

COMMENT ON CONSTRAINT lottery_used_has_seed ON placement.lottery IS 'Prevents a used lottery without a seed, and a seed before the first run.';

COMMENT ON CONSTRAINT lottery_witness_whole ON placement.lottery IS 'Prevents a public text without source, witness, moment or frozen round, and one that came after the state says so.';

CREATE TABLE placement.match_run (
    run_id uuid DEFAULT gen_random_uuid() NOT NULL,
    round_id uuid NOT NULL,
    number integer NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    policy jsonb NOT NULL,
    instance bytea NOT NULL,
    input_sha256 text NOT NULL,
    programmes text[] DEFAULT '{}'::text[] NOT NULL,
    students integer NOT NULL,
    offers integer NOT NULL,
    progress real DEFAULT 0 NOT NULL,
    stage text DEFAULT 'queued'::text NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    fence bigint DEFAULT 0 NOT NULL,
    heartbeat_at timestamp with time zone,
    cancel_requested boolean DEFAULT false NOT NULL,
    error jsonb,
    report jsonb,
    certificate bytea,
    created_by uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    lottery_id uuid,
    kind text DEFAULT 'match'::text NOT NULL,
    parent_run_id uuid,
    changes jsonb,
    fairness jsonb,
    CONSTRAINT match_run_fairness_when_finished CHECK (((fairness IS NULL) OR (state = 'finished'::text))),
    CONSTRAINT match_run_finished_whole CHECK (((state <> 'finished'::text) OR ((report IS NOT NULL) AND (certificate IS NOT NULL)))),
    CONSTRAINT match_run_kind_known CHECK ((kind = ANY (ARRAY['match'::text, 'what_if'::text]))),
    CONSTRAINT match_run_progress_range CHECK (((progress >= (0)::double precision) AND (progress <= (1)::double precision))),
    CONSTRAINT match_run_state_known CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'finished'::text, 'failed'::text, 'cancelled'::text]))),
    CONSTRAINT match_run_what_if_whole CHECK ((((kind = 'what_if'::text) = (parent_run_id IS NOT NULL)) AND ((kind = 'what_if'::text) = (changes IS NOT NULL))))
);

COMMENT ON TABLE placement.match_run IS 'A run of the matcher: frozen instance and policy in, report and certificate out.';

COMMENT ON COLUMN placement.match_run.instance IS 'The frozen instance: canonical JSON, gzip; sha256 of the JSON is input_sha256.';

COMMENT ON COLUMN placement.match_run.programmes IS 'Crebos of the students in it: who may see the run, and which part.';

COMMENT ON COLUMN placement.match_run.fence IS 'Fencing token: only the worker that holds the newest one may write.';

COMMENT ON COLUMN placement.match_run.lottery_id IS 'The committed lottery of this run. Policy and report then hold its commitment in the place of the seed.';

COMMENT ON COLUMN placement.match_run.parent_run_id IS 'The run whose frozen round was changed; only for a what-if.';

COMMENT ON COLUMN placement.match_run.changes IS 'What was changed, as it was asked; only for a what-if.';

COMMENT ON CONSTRAINT match_run_fairness_when_finished ON placement.match_run IS 'Prevents figures about a run that has no outcome. Null in a finished run: it was made before there were such reports.';

COMMENT ON CONSTRAINT match_run_finished_whole ON placement.match_run IS 'Prevents a finished run without its report and certificate: it finishes whole or not at all.';

COMMENT ON CONSTRAINT match_run_kind_known ON placement.match_run IS 'A run to decide about (match), or one that only shows what would happen (what_if).';

COMMENT ON CONSTRAINT match_run_progress_range ON placement.match_run IS 'Progress is a share of the work.';

COMMENT ON CONSTRAINT match_run_state_known ON placement.match_run IS 'Prevents a state outside the life of a run.';

COMMENT ON CONSTRAINT match_run_what_if_whole ON placement.match_run IS 'Prevents a what-if without its parent and its changes, and a run to decide about that has them.';

CREATE TABLE placement.next_action (
    action_id uuid DEFAULT gen_random_uuid() NOT NULL,
    company_id uuid NOT NULL,
    registered_offer_id uuid,
    words text NOT NULL,
    owner uuid NOT NULL,
    due_on date NOT NULL,
    done_by uuid,
    done_at timestamp with time zone,
    CONSTRAINT next_action_done_whole CHECK (((done_by IS NULL) = (done_at IS NULL))),
    CONSTRAINT next_action_words_length CHECK (((length(words) >= 1) AND (length(words) <= 300)))
);

COMMENT ON TABLE placement.next_action IS 'What somebody will do for a company, or about one of its offers, by a day.';

COMMENT ON CONSTRAINT next_action_done_whole ON placement.next_action IS 'Prevents an end without who and when.';

COMMENT ON CONSTRAINT next_action_words_length ON placement.next_action IS 'Prevents an action that says nothing.';

CREATE TABLE placement.placement (
    placement_id uuid DEFAULT gen_random_uuid() NOT NULL,
    student_id uuid NOT NULL,
    offer_uid uuid NOT NULL,
    decision_id uuid,
    status text DEFAULT 'provisional'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    end_reason text,
    ended_by uuid,
    ended_at timestamp with time zone,
    CONSTRAINT placement_end_reason_known CHECK ((end_reason = 'rematch'::text)),
    CONSTRAINT placement_end_whole CHECK ((((end_reason IS NULL) = (ended_by IS NULL)) AND ((end_reason IS NULL) = (ended_at IS NULL)) AND ((end_reason IS NULL) OR (status = ANY (ARRAY['ended'::text, 'withdrawn'::text, 'rejected'::text]))))),
    CONSTRAINT placement_status_known CHECK ((status = ANY (ARRAY['provisional'::text, 'complete'::text, 'printed'::text, 'definitive'::text, 'ended'::text, 'withdrawn'::text, 'rejected'::text])))
);

COMMENT ON TABLE placement.placement IS 'A student at an offer, from decision to end; the live ones hold a place.';

COMMENT ON CONSTRAINT placement_end_reason_known ON placement.placement IS 'Prevents a reason for the end of a place that no page can show.';

COMMENT ON CONSTRAINT placement_end_whole ON placement.placement IS 'Prevents an end without who and when, and a live place that has ended.';

COMMENT ON CONSTRAINT placement_status_known ON placement.placement IS 'Prevents a status outside the life of a placement.';

CREATE TABLE placement.placement_round (
    round_id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    created_by uuid,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT placement_round_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT placement_round_period CHECK ((ends_on >= starts_on))
);

COMMENT ON TABLE placement.placement_round IS 'A stageperiode of some programmes: its students, offers and runs.';

COMMENT ON CONSTRAINT placement_round_name_length ON placement.placement_round IS 'Prevents empty and endless names.';

COMMENT ON CONSTRAINT placement_round_period ON placement.placement_round IS 'Prevents a round that ends before it starts.';

CREATE TABLE placement.preference (
    student_id uuid NOT NULL,
    offer_uid uuid NOT NULL,
    rank integer NOT NULL,
    CONSTRAINT preference_rank_range CHECK ((rank >= 1))
);

COMMENT ON TABLE placement.preference IS 'An offer that a student named, with its rank; equal ranks are ties.';

COMMENT ON CONSTRAINT preference_rank_range ON placement.preference IS 'The most wanted offer has rank 1.';

CREATE TABLE placement.programme (
    crebo text NOT NULL,
    name text NOT NULL,
    level smallint,
    CONSTRAINT programme_crebo_form CHECK ((crebo ~ '^[0-9]{5}$'::text)),
    CONSTRAINT programme_level_range CHECK (((level >= 1) AND (level <= 4)))
);

COMMENT ON TABLE placement.programme IS 'An education by crebo, as far as its name or level is known.';

COMMENT ON CONSTRAINT programme_crebo_form ON placement.programme IS 'A crebo code has five digits.';

COMMENT ON CONSTRAINT programme_level_range ON placement.programme IS 'The mbo has levels 1 to 4.';

CREATE TABLE placement.proposal (
    run_id uuid NOT NULL,
    student_number text NOT NULL,
    offer_id text,
    rank integer,
    utility integer,
    travel_minutes integer,
    lot_number integer NOT NULL,
    reason_code text,
    explanation jsonb NOT NULL,
    CONSTRAINT proposal_reason_when_unplaced CHECK (((offer_id IS NULL) = (reason_code IS NOT NULL)))
);

COMMENT ON TABLE placement.proposal IS 'One row a student of the run: an offer, or the reason why there is none.';

COMMENT ON CONSTRAINT proposal_reason_when_unplaced ON placement.proposal IS 'Prevents a student without a place and without a reason, or with both.';

CREATE TABLE placement.rate_limit (
    bucket text NOT NULL,
    window_start timestamp with time zone NOT NULL,
    hits integer NOT NULL
);

COMMENT ON TABLE placement.rate_limit IS 'Counters per caller and window, shared by all processes.';

CREATE TABLE placement.recognition (
    establishment_id uuid NOT NULL,
    crebo text NOT NULL,
    checked_on date,
    source text DEFAULT 'import'::text NOT NULL,
    CONSTRAINT recognition_crebo_form CHECK ((crebo ~ '^[0-9]{5}$'::text))
);

COMMENT ON TABLE placement.recognition IS 'checked_on empty = not verified: the offer stays eligible and is flagged "check".';

COMMENT ON CONSTRAINT recognition_crebo_form ON placement.recognition IS 'A crebo code has five digits.';

ALTER TABLE placement.registered_offer ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME placement.registered_offer_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE placement.removal (
    run_id uuid NOT NULL,
    student_number text NOT NULL,
    placement_id uuid NOT NULL,
    reason text NOT NULL,
    asked_by uuid NOT NULL,
    asked_at timestamp with time zone DEFAULT now() NOT NULL,
    answer text,
    answered_by uuid,
    answered_at timestamp with time zone,
    CONSTRAINT removal_answer_known CHECK ((answer = ANY (ARRAY['confirmed'::text, 'refused'::text]))),
    CONSTRAINT removal_answer_whole CHECK ((((answer IS NULL) = (answered_by IS NULL)) AND ((answer IS NULL) = (answered_at IS NULL)))),
    CONSTRAINT removal_four_eyes CHECK (((answered_by <> asked_by) OR (answer = 'refused'::text))),
    CONSTRAINT removal_reason CHECK ((length(TRIM(BOTH FROM reason)) >= 10))
);

COMMENT ON TABLE placement.removal IS 'A place that a re-match takes away: one person asks with a reason, another confirms or refuses.';

COMMENT ON CONSTRAINT removal_answer_known ON placement.removal IS 'Prevents an answer that no page can show.';

COMMENT ON CONSTRAINT removal_answer_whole ON placement.removal IS 'Prevents an answer without who and when.';

COMMENT ON CONSTRAINT removal_four_eyes ON placement.removal IS 'Prevents whoever asked from confirming it himself.';

COMMENT ON CONSTRAINT removal_reason ON placement.removal IS 'Prevents taking a place away without a reason of at least ten characters.';

CREATE TABLE placement.request_step (
    step_id uuid DEFAULT gen_random_uuid() NOT NULL,
    request_id uuid NOT NULL,
    step text NOT NULL,
    words text DEFAULT ''::text NOT NULL,
    taken_by uuid NOT NULL,
    taken_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT request_step_known CHECK ((step = ANY (ARRAY['told_not_allowed'::text, 'asked_again'::text, 'told_lead'::text, 'told_sbb'::text, 'reported'::text, 'other'::text]))),
    CONSTRAINT request_step_words_length CHECK ((length(words) <= 2000))
);

COMMENT ON TABLE placement.request_step IS 'What somebody did in a case.';

COMMENT ON CONSTRAINT request_step_known ON placement.request_step IS 'Prevents a step that no page can show.';

COMMENT ON CONSTRAINT request_step_words_length ON placement.request_step IS 'Prevents endless words.';

CREATE TABLE placement.sample_review (
    run_id uuid NOT NULL,
    student_number text NOT NULL,
    reviewed_by uuid NOT NULL,
    reviewed_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE placement.sample_review IS 'Proposals of the sample that a person has looked at before accepting many (AI Act art. 14).';

CREATE TABLE placement.saved_policy (
    policy_id uuid DEFAULT gen_random_uuid() NOT NULL,
    round_id uuid,
    name text NOT NULL,
    policy jsonb NOT NULL,
    is_default boolean DEFAULT false NOT NULL,
    changed_by uuid NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT saved_policy_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);

COMMENT ON TABLE placement.saved_policy IS 'A policy under a name, to be chosen for a next run; round_id empty: for every round of the school.';

COMMENT ON CONSTRAINT saved_policy_name_length ON placement.saved_policy IS 'Prevents empty and endless names.';

CREATE TABLE placement.session (
    token_hash bytea NOT NULL,
    account_id uuid NOT NULL,
    csrf_token text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    last_seen_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

COMMENT ON TABLE placement.session IS 'A signed-in browser; the token itself is known to the browser alone.';

CREATE TABLE placement.sign_in_failure (
    name_sha256 bytea NOT NULL,
    failures integer NOT NULL,
    last_failed_at timestamp with time zone DEFAULT now() NOT NULL,
    locked_until timestamp with time zone,
    CONSTRAINT sign_in_failure_range CHECK ((failures >= 1))
);

COMMENT ON TABLE placement.sign_in_failure IS 'Failed sign-ins in a row by hash of the lower-cased name typed; a good sign-in removes the row.';

COMMENT ON CONSTRAINT sign_in_failure_range ON placement.sign_in_failure IS 'A row stands for at least one failure.';

CREATE TABLE placement.student (
    student_id uuid DEFAULT gen_random_uuid() NOT NULL,
    round_id uuid NOT NULL,
    student_number text NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    email text DEFAULT ''::text NOT NULL,
    team text DEFAULT ''::text NOT NULL,
    location text DEFAULT ''::text NOT NULL,
    crebo text NOT NULL,
    level smallint,
    learning_path text,
    study_year smallint,
    start_date date,
    end_date date,
    weekdays text[] DEFAULT '{}'::text[] NOT NULL,
    days_per_week smallint,
    postcode4 text,
    place text DEFAULT ''::text NOT NULL,
    transport text,
    max_travel_minutes integer,
    only_preferences boolean DEFAULT false NOT NULL,
    learning_wishes text[] DEFAULT '{}'::text[] NOT NULL,
    support_needs text[] DEFAULT '{}'::text[] NOT NULL,
    failed_applications integer DEFAULT 0 NOT NULL,
    locked_offer text,
    forbidden_offers text[] DEFAULT '{}'::text[] NOT NULL,
    together_with text[] DEFAULT '{}'::text[] NOT NULL,
    groups jsonb DEFAULT '{}'::jsonb NOT NULL,
    extra jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT student_crebo_form CHECK ((crebo ~ '^[0-9]{5}$'::text)),
    CONSTRAINT student_days_range CHECK (((days_per_week >= 1) AND (days_per_week <= 5))),
    CONSTRAINT student_failed_range CHECK ((failed_applications >= 0)),
    CONSTRAINT student_learning_path_known CHECK ((learning_path = ANY (ARRAY['BOL'::text, 'BBL'::text]))),
    CONSTRAINT student_level_range CHECK (((level >= 1) AND (level <= 4))),
    CONSTRAINT student_number_length CHECK (((length(student_number) >= 1) AND (length(student_number) <= 40))),
    CONSTRAINT student_period CHECK (((end_date IS NULL) OR (start_date IS NULL) OR (end_date >= start_date))),
    CONSTRAINT student_postcode4_form CHECK ((postcode4 ~ '^[1-9][0-9]{3}$'::text)),
    CONSTRAINT student_study_year_range CHECK (((study_year >= 1) AND (study_year <= 4))),
    CONSTRAINT student_transport_known CHECK ((transport = ANY (ARRAY['walk'::text, 'bike'::text, 'public_transport'::text, 'car'::text]))),
    CONSTRAINT student_travel_range CHECK (((max_travel_minutes >= 0) AND (max_travel_minutes <= 600)))
);

COMMENT ON TABLE placement.student IS 'A student who needs a place in one round.';

COMMENT ON COLUMN placement.student.together_with IS 'Student numbers as in the file, by number; ! before a number: must.';

COMMENT ON COLUMN placement.student.extra IS 'Unknown columns of the import, kept as they came; never used in matching.';

COMMENT ON CONSTRAINT student_crebo_form ON placement.student IS 'A crebo code has five digits.';

COMMENT ON CONSTRAINT student_days_range ON placement.student IS 'A school week has one to five days.';

COMMENT ON CONSTRAINT student_failed_range ON placement.student IS 'Prevents a negative application burden.';

COMMENT ON CONSTRAINT student_learning_path_known ON placement.student IS 'BOL, BBL, or empty when not known.';

COMMENT ON CONSTRAINT student_level_range ON placement.student IS 'The mbo has levels 1 to 4.';

COMMENT ON CONSTRAINT student_number_length ON placement.student IS 'Prevents empty and endless student numbers.';

COMMENT ON CONSTRAINT student_period ON placement.student IS 'Prevents a period that ends before it starts.';

COMMENT ON CONSTRAINT student_postcode4_form ON placement.student IS 'The four digits of a Dutch postcode; the first is never 0.';

COMMENT ON CONSTRAINT student_study_year_range ON placement.student IS 'The longest programmes last four years.';

COMMENT ON CONSTRAINT student_transport_known ON placement.student IS 'Prevents a way to travel that the travel rule cannot time.';

COMMENT ON CONSTRAINT student_travel_range ON placement.student IS 'Prevents negative travel times, and minutes typed as seconds.';

CREATE TABLE placement.student_lock (
    student_id uuid NOT NULL,
    offer_uid uuid NOT NULL,
    reason text NOT NULL,
    locked_by uuid NOT NULL,
    locked_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT student_lock_reason CHECK ((length(TRIM(BOTH FROM reason)) >= 10))
);

COMMENT ON TABLE placement.student_lock IS 'An offer that a person fixed for a student. Goes before student.locked_offer, which came with a file.';

COMMENT ON CONSTRAINT student_lock_reason ON placement.student_lock IS 'Prevents a lock without a reason of at least ten characters.';

CREATE TABLE placement.text_check (
    text_check_id uuid DEFAULT gen_random_uuid() NOT NULL,
    text_sha256 bytea NOT NULL,
    body text,
    keep_body_until date NOT NULL,
    text_for text NOT NULL,
    tone boolean NOT NULL,
    rules_version text NOT NULL,
    hits jsonb NOT NULL,
    subject_kind text,
    subject_id text,
    checked_by uuid NOT NULL,
    checked_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT text_check_body_length CHECK (((length(body) >= 1) AND (length(body) <= 20000))),
    CONSTRAINT text_check_for_known CHECK ((text_for = ANY (ARRAY['internship'::text, 'job'::text]))),
    CONSTRAINT text_check_hits_list CHECK ((jsonb_typeof(hits) = 'array'::text)),
    CONSTRAINT text_check_sha256_length CHECK ((length(text_sha256) = 32)),
    CONSTRAINT text_check_subject_id_length CHECK (((length(subject_id) >= 1) AND (length(subject_id) <= 100))),
    CONSTRAINT text_check_subject_kind_form CHECK ((subject_kind ~ '^[a-z_]{1,40}$'::text)),
    CONSTRAINT text_check_subject_whole CHECK (((subject_kind IS NULL) = (subject_id IS NULL)))
);

COMMENT ON TABLE placement.text_check IS 'A vacancy text that somebody had checked, with what was found by which rules.';

COMMENT ON COLUMN placement.text_check.body IS 'The text itself; taken away after keep_body_until, the hits stay.';

COMMENT ON COLUMN placement.text_check.hits IS 'A list of {rule, ground, level, start, end}, places in characters of the text.';

COMMENT ON COLUMN placement.text_check.subject_kind IS 'What the text belongs to, with subject_id; empty for a text that stands alone.';

COMMENT ON CONSTRAINT text_check_body_length ON placement.text_check IS 'Prevents empty and endless texts.';

COMMENT ON CONSTRAINT text_check_for_known ON placement.text_check IS 'Prevents a kind of text that no rule knows.';

COMMENT ON CONSTRAINT text_check_hits_list ON placement.text_check IS 'Prevents hits that are no list.';

COMMENT ON CONSTRAINT text_check_sha256_length ON placement.text_check IS 'Prevents what is no SHA-256.';

COMMENT ON CONSTRAINT text_check_subject_id_length ON placement.text_check IS 'Prevents empty and endless keys.';

COMMENT ON CONSTRAINT text_check_subject_kind_form ON placement.text_check IS 'Prevents a kind with other signs than a to z and _.';

COMMENT ON CONSTRAINT text_check_subject_whole ON placement.text_check IS 'Prevents half a reference.';

CREATE TABLE placement.text_reaction (
    text_check_id uuid NOT NULL,
    hit smallint NOT NULL,
    rule text NOT NULL,
    level text NOT NULL,
    reaction text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    reacted_by uuid NOT NULL,
    reacted_at timestamp with time zone DEFAULT now() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    second_by uuid,
    second_at timestamp with time zone,
    second_agrees boolean,
    CONSTRAINT text_reaction_four_eyes CHECK ((second_by <> reacted_by)),
    CONSTRAINT text_reaction_hit_range CHECK (((hit >= 0) AND (hit <= 9999))),
    CONSTRAINT text_reaction_known CHECK ((reaction = ANY (ARRAY['taken_over'::text, 'not_applicable'::text, 'kept'::text]))),
    CONSTRAINT text_reaction_level_known CHECK ((level = ANY (ARRAY['direct'::text, 'indirect'::text, 'advice'::text]))),
    CONSTRAINT text_reaction_reason CHECK (((reaction = 'taken_over'::text) OR ((reaction = 'kept'::text) AND (level = 'advice'::text)) OR ((length(reason) >= 10) AND (length(reason) <= 2000)))),
    CONSTRAINT text_reaction_rule_form CHECK ((rule ~ '^[a-z_]{1,40}$'::text)),
    CONSTRAINT text_reaction_second_where_asked CHECK (((second_by IS NULL) OR ((level = 'direct'::text) AND (reaction <> 'taken_over'::text)))),
    CONSTRAINT text_reaction_second_whole CHECK ((((second_by IS NULL) = (second_at IS NULL)) AND ((second_by IS NULL) = (second_agrees IS NULL))))
);

COMMENT ON TABLE placement.text_reaction IS 'What an editor did with one hit, and a second person where that is asked.';

COMMENT ON COLUMN placement.text_reaction.hit IS 'The place in text_check.hits, from 0.';

COMMENT ON COLUMN placement.text_reaction.version IS 'Counts changes; a form that shows an older one is refused.';

COMMENT ON CONSTRAINT text_reaction_four_eyes ON placement.text_reaction IS 'Prevents that somebody confirms himself.';

COMMENT ON CONSTRAINT text_reaction_hit_range ON placement.text_reaction IS 'Prevents a place that no list has.';

COMMENT ON CONSTRAINT text_reaction_known ON placement.text_reaction IS 'Prevents a reaction that no page can show.';

COMMENT ON CONSTRAINT text_reaction_level_known ON placement.text_reaction IS 'Prevents a level that no page can show.';

COMMENT ON CONSTRAINT text_reaction_reason ON placement.text_reaction IS 'Prevents words that stay without a reason, advice aside: a demand with only a good reason has one.';

COMMENT ON CONSTRAINT text_reaction_rule_form ON placement.text_reaction IS 'Prevents what is no name of a rule.';

COMMENT ON CONSTRAINT text_reaction_second_where_asked ON placement.text_reaction IS 'Prevents a second person where none is asked.';

COMMENT ON CONSTRAINT text_reaction_second_whole ON placement.text_reaction IS 'Prevents half an answer.';

CREATE TABLE public.schema_migration (
    number integer NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE public.schema_migration IS 'Which migrations this database ran, and the hash of each as it was then.';

CREATE TABLE queue.pgqueuer (
    id bigint NOT NULL,
    priority integer NOT NULL,
    queue_manager_id uuid,
    created timestamp with time zone DEFAULT now() NOT NULL,
    updated timestamp with time zone DEFAULT now() NOT NULL,
    heartbeat timestamp with time zone DEFAULT now() NOT NULL,
    execute_after timestamp with time zone DEFAULT now() NOT NULL,
    status queue.pgqueuer_status NOT NULL,
    entrypoint text NOT NULL,
    dedupe_key text,
    payload bytea,
    headers jsonb,
    attempts integer DEFAULT 0 NOT NULL,
    slot bigint
);

CREATE SEQUENCE queue.pgqueuer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE queue.pgqueuer_id_seq OWNED BY queue.pgqueuer.id;

CREATE TABLE queue.pgqueuer_log (
    id bigint NOT NULL,
    created timestamp with time zone DEFAULT now() NOT NULL,
    job_id bigint NOT NULL,
    status queue.pgqueuer_status NOT NULL,
    priority integer NOT NULL,
    entrypoint text NOT NULL,
    traceback jsonb,
    aggregated boolean DEFAULT false
);

ALTER TABLE queue.pgqueuer_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME queue.pgqueuer_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE queue.pgqueuer_schedules (
    id bigint NOT NULL,
    expression text NOT NULL,
    entrypoint text NOT NULL,
    heartbeat timestamp with time zone DEFAULT now() NOT NULL,
    created timestamp with time zone DEFAULT now() NOT NULL,
    updated timestamp with time zone DEFAULT now() NOT NULL,
    next_run timestamp with time zone DEFAULT now() NOT NULL,
    last_run timestamp with time zone,
    status queue.pgqueuer_status DEFAULT 'queued'::queue.pgqueuer_status
);

CREATE SEQUENCE queue.pgqueuer_schedules_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE queue.pgqueuer_schedules_id_seq OWNED BY queue.pgqueuer_schedules.id;

CREATE TABLE queue.pgqueuer_statistics (
    id bigint NOT NULL,
    created timestamp with time zone DEFAULT date_trunc('sec'::text, now()) NOT NULL,
    count bigint NOT NULL,
    priority integer NOT NULL,
    status queue.pgqueuer_status NOT NULL,
    entrypoint text NOT NULL
);

CREATE SEQUENCE queue.pgqueuer_statistics_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE queue.pgqueuer_statistics_id_seq OWNED BY queue.pgqueuer_statistics.id;

ALTER TABLE ONLY queue.pgqueuer ALTER COLUMN id SET DEFAULT nextval('queue.pgqueuer_id_seq'::regclass);

ALTER TABLE ONLY queue.pgqueuer_schedules ALTER COLUMN id SET DEFAULT nextval('queue.pgqueuer_schedules_id_seq'::regclass);

ALTER TABLE ONLY queue.pgqueuer_statistics ALTER COLUMN id SET DEFAULT nextval('queue.pgqueuer_statistics_id_seq'::regclass);

ALTER TABLE ONLY placement.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (account_id);

COMMENT ON CONSTRAINT account_pkey ON placement.account IS 'Prevents two rows for one account; serves the look-up by account_id.';

ALTER TABLE ONLY placement.account_programme
    ADD CONSTRAINT account_programme_pkey PRIMARY KEY (account_id, crebo);

COMMENT ON CONSTRAINT account_programme_pkey ON placement.account_programme IS 'Prevents two rows for one programme of an account; serves the look-up by account_id and crebo.';

ALTER TABLE ONLY placement.account_role
    ADD CONSTRAINT account_role_pkey PRIMARY KEY (account_id, role);

COMMENT ON CONSTRAINT account_role_pkey ON placement.account_role IS 'Prevents two rows for one role of an account; serves the look-up by account_id and role.';

ALTER TABLE ONLY placement.company_merge
    ADD CONSTRAINT company_merge_pkey PRIMARY KEY (merge_id);

COMMENT ON CONSTRAINT company_merge_pkey ON placement.company_merge IS 'Prevents two rows for one merge; serves the look-up by merge_id.';

ALTER TABLE ONLY placement.company
    ADD CONSTRAINT company_pkey PRIMARY KEY (company_id);

COMMENT ON CONSTRAINT company_pkey ON placement.company IS 'Prevents two rows for one company; serves the look-up by company_id.';

ALTER TABLE ONLY placement.contact
    ADD CONSTRAINT contact_pkey PRIMARY KEY (contact_id);

COMMENT ON CONSTRAINT contact_pkey ON placement.contact IS 'Prevents two rows for one contact; serves the look-up by contact_id.';

ALTER TABLE ONLY placement.conversation
    ADD CONSTRAINT conversation_pkey PRIMARY KEY (conversation_id);

COMMENT ON CONSTRAINT conversation_pkey ON placement.conversation IS 'Prevents two rows for one talk; serves the look-up by conversation_id.';

ALTER TABLE ONLY placement.decision
    ADD CONSTRAINT decision_pkey PRIMARY KEY (decision_id);

COMMENT ON CONSTRAINT decision_pkey ON placement.decision IS 'Prevents two rows for one decision; serves the look-up by decision_id.';

ALTER TABLE ONLY placement.discriminatory_request
    ADD CONSTRAINT discriminatory_request_number_unique UNIQUE (number);

COMMENT ON CONSTRAINT discriminatory_request_number_unique ON placement.discriminatory_request IS 'Prevents one number for two cases; serves the list, the newest first.';

ALTER TABLE ONLY placement.discriminatory_request
    ADD CONSTRAINT discriminatory_request_pkey PRIMARY KEY (request_id);

COMMENT ON CONSTRAINT discriminatory_request_pkey ON placement.discriminatory_request IS 'Prevents two rows for one case; serves the look-up by request_id.';

ALTER TABLE ONLY placement.equivalent_programme
    ADD CONSTRAINT equivalent_programme_pkey PRIMARY KEY (crebo, equivalent_crebo);

COMMENT ON CONSTRAINT equivalent_programme_pkey ON placement.equivalent_programme IS 'Prevents two rows for one equivalence; serves the look-up by crebo and equivalent_crebo.';

ALTER TABLE ONLY placement.establishment
    ADD CONSTRAINT establishment_pkey PRIMARY KEY (establishment_id);

COMMENT ON CONSTRAINT establishment_pkey ON placement.establishment IS 'Prevents two rows for one establishment; serves the look-up by establishment_id.';

ALTER TABLE ONLY placement.establishment
    ADD CONSTRAINT establishment_unique UNIQUE NULLS NOT DISTINCT (company_id, name, postcode4, place);

COMMENT ON CONSTRAINT establishment_unique ON placement.establishment IS 'Prevents one establishment from being stored twice by two imports.';

ALTER TABLE ONLY placement.event
    ADD CONSTRAINT event_hash_unique UNIQUE (hash);

COMMENT ON CONSTRAINT event_hash_unique ON placement.event IS 'Prevents one event from standing in the chain twice.';

ALTER TABLE ONLY placement.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (event_number);

COMMENT ON CONSTRAINT event_pkey ON placement.event IS 'Prevents two rows for one event; serves the look-up by event_number.';

ALTER TABLE ONLY placement.idempotency_key
    ADD CONSTRAINT idempotency_key_pkey PRIMARY KEY (account_id, key);

COMMENT ON CONSTRAINT idempotency_key_pkey ON placement.idempotency_key IS 'Prevents two rows for one answer to a key; serves the look-up by account_id and key.';

ALTER TABLE ONLY placement.import_file
    ADD CONSTRAINT import_file_pkey PRIMARY KEY (import_id);

COMMENT ON CONSTRAINT import_file_pkey ON placement.import_file IS 'Prevents two rows for one import; serves the look-up by import_id.';

ALTER TABLE ONLY placement.lottery
    ADD CONSTRAINT lottery_number_unique UNIQUE (round_id, number);

COMMENT ON CONSTRAINT lottery_number_unique ON placement.lottery IS 'Prevents two lotteries with one number in a round; serves the look-up by round_id.';

ALTER TABLE ONLY placement.lottery
    ADD CONSTRAINT lottery_pkey PRIMARY KEY (lottery_id);

COMMENT ON CONSTRAINT lottery_pkey ON placement.lottery IS 'Prevents two rows for one lottery; serves the look-up by lottery_id.';

ALTER TABLE ONLY placement.match_run
    ADD CONSTRAINT match_run_number_unique UNIQUE (round_id, number);

COMMENT ON CONSTRAINT match_run_number_unique ON placement.match_run IS 'Prevents two runs of a round with one number; serves the list of its runs.';

ALTER TABLE ONLY placement.match_run
    ADD CONSTRAINT match_run_pkey PRIMARY KEY (run_id);

COMMENT ON CONSTRAINT match_run_pkey ON placement.match_run IS 'Prevents two rows for one run; serves the look-up by run_id.';

ALTER TABLE ONLY placement.next_action
    ADD CONSTRAINT next_action_pkey PRIMARY KEY (action_id);

COMMENT ON CONSTRAINT next_action_pkey ON placement.next_action IS 'Prevents two rows for one action; serves the look-up by action_id.';

ALTER TABLE ONLY placement.offer
    ADD CONSTRAINT offer_id_unique UNIQUE (round_id, offer_id);

COMMENT ON CONSTRAINT offer_id_unique ON placement.offer IS 'Prevents one offer id for two offers of a round; serves the import, which updates by it.';

ALTER TABLE ONLY placement.offer
    ADD CONSTRAINT offer_pkey PRIMARY KEY (offer_uid);

COMMENT ON CONSTRAINT offer_pkey ON placement.offer IS 'Prevents two rows for one offer; serves the look-up by offer_uid.';

ALTER TABLE ONLY placement.placement
    ADD CONSTRAINT placement_pkey PRIMARY KEY (placement_id);

COMMENT ON CONSTRAINT placement_pkey ON placement.placement IS 'Prevents two rows for one placement; serves the look-up by placement_id.';

ALTER TABLE ONLY placement.placement_round
    ADD CONSTRAINT placement_round_pkey PRIMARY KEY (round_id);

COMMENT ON CONSTRAINT placement_round_pkey ON placement.placement_round IS 'Prevents two rows for one round; serves the look-up by round_id.';

ALTER TABLE ONLY placement.preference
    ADD CONSTRAINT preference_pkey PRIMARY KEY (student_id, offer_uid);

COMMENT ON CONSTRAINT preference_pkey ON placement.preference IS 'Prevents two rows for one preference; serves the look-up by student_id and offer_uid.';

ALTER TABLE ONLY placement.programme
    ADD CONSTRAINT programme_pkey PRIMARY KEY (crebo);

COMMENT ON CONSTRAINT programme_pkey ON placement.programme IS 'Prevents two rows for one programme; serves the look-up by crebo.';

ALTER TABLE ONLY placement.proposal
    ADD CONSTRAINT proposal_pkey PRIMARY KEY (run_id, student_number);

COMMENT ON CONSTRAINT proposal_pkey ON placement.proposal IS 'Prevents two rows for one proposal; serves the look-up by run_id and student_number.';

ALTER TABLE ONLY placement.rate_limit
    ADD CONSTRAINT rate_limit_pkey PRIMARY KEY (bucket, window_start);

COMMENT ON CONSTRAINT rate_limit_pkey ON placement.rate_limit IS 'Prevents two rows for one counter; serves the look-up by bucket and window_start.';

ALTER TABLE ONLY placement.recognition
    ADD CONSTRAINT recognition_pkey PRIMARY KEY (establishment_id, crebo);

COMMENT ON CONSTRAINT recognition_pkey ON placement.recognition IS 'Prevents two rows for one recognition; serves the look-up by establishment_id and crebo.';

ALTER TABLE ONLY placement.registered_offer
    ADD CONSTRAINT registered_offer_number_unique UNIQUE (number);

COMMENT ON CONSTRAINT registered_offer_number_unique ON placement.registered_offer IS 'Prevents one number for two offers; serves the list, the newest first.';

ALTER TABLE ONLY placement.registered_offer
    ADD CONSTRAINT registered_offer_pkey PRIMARY KEY (registered_offer_id);

COMMENT ON CONSTRAINT registered_offer_pkey ON placement.registered_offer IS 'Prevents two rows for one offer; serves the look-up by registered_offer_id.';

ALTER TABLE ONLY placement.removal
    ADD CONSTRAINT removal_pkey PRIMARY KEY (run_id, student_number);

COMMENT ON CONSTRAINT removal_pkey ON placement.removal IS 'Prevents two removals of one student in one run; serves the look-up by run and student.';

ALTER TABLE ONLY placement.request_step
    ADD CONSTRAINT request_step_pkey PRIMARY KEY (step_id);

COMMENT ON CONSTRAINT request_step_pkey ON placement.request_step IS 'Prevents two rows for one step; serves the look-up by step_id.';

ALTER TABLE ONLY placement.sample_review
    ADD CONSTRAINT sample_review_pkey PRIMARY KEY (run_id, student_number, reviewed_by);

COMMENT ON CONSTRAINT sample_review_pkey ON placement.sample_review IS 'Prevents two rows for one review; serves the look-up by run_id and student_number and reviewed_by.';

ALTER TABLE ONLY placement.saved_policy
    ADD CONSTRAINT saved_policy_pkey PRIMARY KEY (policy_id);

COMMENT ON CONSTRAINT saved_policy_pkey ON placement.saved_policy IS 'Prevents two rows for one policy; serves the look-up by policy_id.';

ALTER TABLE ONLY placement.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (token_hash);

COMMENT ON CONSTRAINT session_pkey ON placement.session IS 'Prevents two rows for one session; serves the look-up by token_hash.';

ALTER TABLE ONLY placement.sign_in_failure
    ADD CONSTRAINT sign_in_failure_pkey PRIMARY KEY (name_sha256);

COMMENT ON CONSTRAINT sign_in_failure_pkey ON placement.sign_in_failure IS 'Prevents two rows for one count of failures; serves the look-up by name_sha256.';

ALTER TABLE ONLY placement.student_lock
    ADD CONSTRAINT student_lock_pkey PRIMARY KEY (student_id);

COMMENT ON CONSTRAINT student_lock_pkey ON placement.student_lock IS 'Prevents a student from being locked to two offers; serves the look-up by student.';

ALTER TABLE ONLY placement.student
    ADD CONSTRAINT student_number_unique UNIQUE (round_id, student_number);

COMMENT ON CONSTRAINT student_number_unique ON placement.student IS 'Prevents one student number for two students of a round; serves the import, which updates by it.';

ALTER TABLE ONLY placement.student
    ADD CONSTRAINT student_pkey PRIMARY KEY (student_id);

COMMENT ON CONSTRAINT student_pkey ON placement.student IS 'Prevents two rows for one student; serves the look-up by student_id.';

ALTER TABLE ONLY placement.text_check
    ADD CONSTRAINT text_check_pkey PRIMARY KEY (text_check_id);

COMMENT ON CONSTRAINT text_check_pkey ON placement.text_check IS 'Prevents two rows for one check; serves the look-up by text_check_id.';

ALTER TABLE ONLY placement.text_reaction
    ADD CONSTRAINT text_reaction_pkey PRIMARY KEY (text_check_id, hit);

COMMENT ON CONSTRAINT text_reaction_pkey ON placement.text_reaction IS 'Prevents two reactions to one hit; serves the reactions of a check.';

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (number);

COMMENT ON CONSTRAINT schema_migration_pkey ON public.schema_migration IS 'Prevents a migration from being applied twice.';

ALTER TABLE ONLY queue.pgqueuer_log
    ADD CONSTRAINT pgqueuer_log_pkey PRIMARY KEY (id);

ALTER TABLE ONLY queue.pgqueuer
    ADD CONSTRAINT pgqueuer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY queue.pgqueuer_schedules
    ADD CONSTRAINT pgqueuer_schedules_expression_entrypoint_key UNIQUE (expression, entrypoint);

ALTER TABLE ONLY queue.pgqueuer_schedules
    ADD CONSTRAINT pgqueuer_schedules_pkey PRIMARY KEY (id);

ALTER TABLE ONLY queue.pgqueuer_statistics
    ADD CONSTRAINT pgqueuer_statistics_pkey PRIMARY KEY (id);

CREATE UNIQUE INDEX account_sign_in_name_unique ON placement.account USING btree (lower(sign_in_name));

COMMENT ON INDEX placement.account_sign_in_name_unique IS 'Prevents two accounts with one sign-in name; serves sign-in.';

CREATE INDEX company_kvk ON placement.company USING btree (kvk) WHERE (kvk IS NOT NULL);

COMMENT ON INDEX placement.company_kvk IS 'Serves the search for a company that is entered twice.';

CREATE INDEX company_merge_kept ON placement.company_merge USING btree (kept_id);

COMMENT ON INDEX placement.company_merge_kept IS 'Serves the merges into a company, and its removal.';

CREATE INDEX company_merge_merged ON placement.company_merge USING btree (merged_id);

COMMENT ON INDEX placement.company_merge_merged IS 'Serves the removal of a company.';

CREATE INDEX company_merged ON placement.company USING btree (merged_into) WHERE (merged_into IS NOT NULL);

COMMENT ON INDEX placement.company_merged IS 'Serves the doubles of a company, and its removal.';

CREATE INDEX company_name ON placement.company USING btree (lower(name));

COMMENT ON INDEX placement.company_name IS 'Serves the look-up by name of companies without a leerbedrijf-ID.';

CREATE INDEX company_name_prefix ON placement.company USING btree (lower(name) text_pattern_ops);

COMMENT ON INDEX placement.company_name_prefix IS 'Serves the names that are suggested while somebody types.';

CREATE UNIQUE INDEX company_training_company_id_unique ON placement.company USING btree (training_company_id) WHERE (training_company_id IS NOT NULL);

COMMENT ON INDEX placement.company_training_company_id_unique IS 'Prevents one leerbedrijf-ID under two companies.';

CREATE INDEX contact_company ON placement.contact USING btree (company_id);

COMMENT ON INDEX placement.contact_company IS 'Serves the contacts of a company, and its removal.';

CREATE INDEX contact_keep_until ON placement.contact USING btree (keep_until);

COMMENT ON INDEX placement.contact_keep_until IS 'Serves the removal of contacts whose time has passed.';

CREATE INDEX conversation_company ON placement.conversation USING btree (company_id, held_on DESC);

COMMENT ON INDEX placement.conversation_company IS 'Serves the talks with a company, the last first, and its removal.';

CREATE INDEX conversation_contact ON placement.conversation USING btree (contact_id) WHERE (contact_id IS NOT NULL);

COMMENT ON INDEX placement.conversation_contact IS 'Serves the removal of a contact.';

CREATE INDEX conversation_recorded_at ON placement.conversation USING btree (recorded_at);

COMMENT ON INDEX placement.conversation_recorded_at IS 'Serves the removal of talks whose time has passed.';

CREATE UNIQUE INDEX decision_one_a_student ON placement.decision USING btree (run_id, student_number);

COMMENT ON INDEX placement.decision_one_a_student IS 'Prevents two decisions about one student in one run.';

CREATE INDEX discriminatory_request_company ON placement.discriminatory_request USING btree (company_id);

COMMENT ON INDEX placement.discriminatory_request_company IS 'Serves "is this offer blocked", the cases of a company, and its removal.';

CREATE INDEX discriminatory_request_offer ON placement.discriminatory_request USING btree (registered_offer_id) WHERE (registered_offer_id IS NOT NULL);

COMMENT ON INDEX placement.discriminatory_request_offer IS 'Serves the cases about an offer, and its removal.';

CREATE INDEX establishment_postcode4 ON placement.establishment USING btree (postcode4);

COMMENT ON INDEX placement.establishment_postcode4 IS 'Serves the search for a company that is entered twice.';

CREATE INDEX event_subject ON placement.event USING btree (subject, event_number);

COMMENT ON INDEX placement.event_subject IS 'Serves the history of one round, run or student.';

CREATE INDEX idempotency_key_created_at ON placement.idempotency_key USING btree (created_at);

COMMENT ON INDEX placement.idempotency_key_created_at IS 'Serves the removal of answers older than a day.';

CREATE INDEX import_file_round ON placement.import_file USING btree (round_id, created_at DESC);

COMMENT ON INDEX placement.import_file_round IS 'Serves the list of imports of a round.';

CREATE UNIQUE INDEX lottery_one_a_round ON placement.lottery USING btree (round_id) WHERE (state <> 'replaced'::text);

COMMENT ON INDEX placement.lottery_one_a_round IS 'Prevents two lotteries to choose from in one round.';

CREATE INDEX match_run_lottery ON placement.match_run USING btree (lottery_id) WHERE (lottery_id IS NOT NULL);

COMMENT ON INDEX placement.match_run_lottery IS 'Serves the runs of a lottery, and its removal with the round.';

CREATE INDEX match_run_parent ON placement.match_run USING btree (parent_run_id) WHERE (parent_run_id IS NOT NULL);

COMMENT ON INDEX placement.match_run_parent IS 'Serves the what-ifs of a run, and the removal of a run.';

CREATE INDEX match_run_unfinished ON placement.match_run USING btree (heartbeat_at) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));

COMMENT ON INDEX placement.match_run_unfinished IS 'Serves the watch over runs whose worker died.';

CREATE INDEX next_action_company ON placement.next_action USING btree (company_id);

COMMENT ON INDEX placement.next_action_company IS 'Serves the actions for a company, and its removal.';

CREATE INDEX next_action_due ON placement.next_action USING btree (due_on) WHERE (done_at IS NULL);

COMMENT ON INDEX placement.next_action_due IS 'Serves the list of today.';

CREATE INDEX next_action_offer ON placement.next_action USING btree (registered_offer_id) WHERE (registered_offer_id IS NOT NULL);

COMMENT ON INDEX placement.next_action_offer IS 'Serves the actions about an offer, and its removal.';

CREATE INDEX offer_establishment ON placement.offer USING btree (establishment_id);

COMMENT ON INDEX placement.offer_establishment IS 'Serves the offers of an establishment, and its removal.';

CREATE INDEX offer_registered ON placement.offer USING btree (registered_offer_id) WHERE (registered_offer_id IS NOT NULL);

COMMENT ON INDEX placement.offer_registered IS 'Serves the counts of a registered offer.';

CREATE UNIQUE INDEX offer_registered_once ON placement.offer USING btree (round_id, registered_offer_id) WHERE (registered_offer_id IS NOT NULL);

COMMENT ON INDEX placement.offer_registered_once IS 'Prevents two copies of one offer in one round.';

CREATE INDEX placement_decision ON placement.placement USING btree (decision_id);

COMMENT ON INDEX placement.placement_decision IS 'Serves the placement that came of a decision, and the removal of a run.';

CREATE INDEX placement_offer ON placement.placement USING btree (offer_uid);

COMMENT ON INDEX placement.placement_offer IS 'Serves the count of places taken of an offer.';

CREATE UNIQUE INDEX placement_one_live_a_student ON placement.placement USING btree (student_id) WHERE (status = ANY (ARRAY['provisional'::text, 'complete'::text, 'printed'::text, 'definitive'::text]));

COMMENT ON INDEX placement.placement_one_live_a_student IS 'Prevents a student from holding two places at once.';

CREATE UNIQUE INDEX placement_round_name_unique ON placement.placement_round USING btree (lower(name));

COMMENT ON INDEX placement.placement_round_name_unique IS 'Prevents two rounds that people cannot tell apart.';

CREATE INDEX preference_offer ON placement.preference USING btree (offer_uid);

COMMENT ON INDEX placement.preference_offer IS 'Serves "how many students named this offer".';

CREATE INDEX proposal_offer ON placement.proposal USING btree (run_id, offer_id);

COMMENT ON INDEX placement.proposal_offer IS 'Serves the list of students proposed for an offer.';

CREATE INDEX rate_limit_window_start ON placement.rate_limit USING btree (window_start);

COMMENT ON INDEX placement.rate_limit_window_start IS 'Serves the removal of windows that have passed.';

CREATE INDEX registered_offer_contact ON placement.registered_offer USING btree (contact_id) WHERE (contact_id IS NOT NULL);

COMMENT ON INDEX placement.registered_offer_contact IS 'Serves the removal of a contact.';

CREATE INDEX registered_offer_crebos ON placement.registered_offer USING gin (crebos);

COMMENT ON INDEX placement.registered_offer_crebos IS 'Serves the list of offers for one programme.';

CREATE INDEX registered_offer_establishment ON placement.registered_offer USING btree (establishment_id);

COMMENT ON INDEX placement.registered_offer_establishment IS 'Serves the offers of a company, and its removal.';

CREATE INDEX registered_offer_stage ON placement.registered_offer USING btree (stage, number DESC);

COMMENT ON INDEX placement.registered_offer_stage IS 'Serves the list of offers in one stage, the newest first.';

CREATE INDEX removal_placement ON placement.removal USING btree (placement_id);

COMMENT ON INDEX placement.removal_placement IS 'Serves the removal of a place.';

CREATE INDEX request_step_request ON placement.request_step USING btree (request_id, taken_at);

COMMENT ON INDEX placement.request_step_request IS 'Serves the steps of a case in their order, and its removal.';

CREATE UNIQUE INDEX saved_policy_name_unique ON placement.saved_policy USING btree (round_id, lower(name)) NULLS NOT DISTINCT;

COMMENT ON INDEX placement.saved_policy_name_unique IS 'Prevents two policies of a round, or of the school, with one name; serves saving under a name and the list.';

CREATE UNIQUE INDEX saved_policy_one_default ON placement.saved_policy USING btree (round_id) NULLS NOT DISTINCT WHERE is_default;

COMMENT ON INDEX placement.saved_policy_one_default IS 'Prevents two policies that a new run of a round begins with, or two of the school.';

CREATE INDEX session_expires_at ON placement.session USING btree (expires_at);

COMMENT ON INDEX placement.session_expires_at IS 'Serves the removal of expired sessions.';

CREATE INDEX sign_in_failure_last_failed_at ON placement.sign_in_failure USING btree (last_failed_at);

COMMENT ON INDEX placement.sign_in_failure_last_failed_at IS 'Serves the removal of old failures.';

CREATE INDEX student_lock_offer ON placement.student_lock USING btree (offer_uid);

COMMENT ON INDEX placement.student_lock_offer IS 'Serves the count of places that are locked, and the removal of an offer.';

CREATE INDEX student_locked_offer ON placement.student USING btree (round_id, locked_offer) WHERE (locked_offer IS NOT NULL);

COMMENT ON INDEX placement.student_locked_offer IS 'Serves "who came with a lock on this offer", asked at each decision.';

CREATE INDEX student_round_crebo ON placement.student USING btree (round_id, crebo, student_number);

COMMENT ON INDEX placement.student_round_crebo IS 'Serves the list of students of a round within the programmes of a coordinator.';

CREATE INDEX text_check_keep ON placement.text_check USING btree (keep_body_until) WHERE (body IS NOT NULL);

COMMENT ON INDEX placement.text_check_keep IS 'Serves taking texts away whose time has passed.';

CREATE INDEX text_check_own ON placement.text_check USING btree (checked_by, checked_at DESC);

COMMENT ON INDEX placement.text_check_own IS 'Serves the list of own checks, the newest first.';

CREATE INDEX text_check_subject ON placement.text_check USING btree (subject_kind, subject_id, checked_at DESC) WHERE (subject_kind IS NOT NULL);

COMMENT ON INDEX placement.text_check_subject IS 'Serves the newest check of one offer.';

CREATE INDEX text_reaction_reacted_by ON placement.text_reaction USING btree (reacted_by);

COMMENT ON INDEX placement.text_reaction_reacted_by IS 'Serves the check of the account.';

CREATE INDEX text_reaction_rule ON placement.text_reaction USING btree (rule);

COMMENT ON INDEX placement.text_reaction_rule IS 'Serves the false alarms of each rule.';

CREATE INDEX text_reaction_second_by ON placement.text_reaction USING btree (second_by) WHERE (second_by IS NOT NULL);

COMMENT ON INDEX placement.text_reaction_second_by IS 'Serves the check of the account.';

CREATE INDEX text_reaction_waiting ON placement.text_reaction USING btree (reacted_at) WHERE ((second_by IS NULL) AND (level = 'direct'::text) AND (reaction <> 'taken_over'::text));

COMMENT ON INDEX placement.text_reaction_waiting IS 'Serves what waits for a second person, the oldest first.';

CREATE INDEX pgqueuer_ep_ea_idx ON queue.pgqueuer USING btree (entrypoint, execute_after) WHERE (status = 'queued'::queue.pgqueuer_status);

CREATE INDEX pgqueuer_ep_prio_id_idx ON queue.pgqueuer USING btree (entrypoint, priority DESC, id) WHERE (status = 'queued'::queue.pgqueuer_status);

CREATE INDEX pgqueuer_log_created ON queue.pgqueuer_log USING btree (created);

CREATE INDEX pgqueuer_log_job_id_status ON queue.pgqueuer_log USING btree (job_id, created DESC);

CREATE INDEX pgqueuer_log_not_aggregated ON queue.pgqueuer_log USING btree ((1)) WHERE (NOT aggregated);

CREATE INDEX pgqueuer_log_status ON queue.pgqueuer_log USING btree (status);

CREATE INDEX pgqueuer_picked_heartbeat_idx ON queue.pgqueuer USING btree (heartbeat) WHERE (status = 'picked'::queue.pgqueuer_status);

CREATE UNIQUE INDEX pgqueuer_picked_slot_idx ON queue.pgqueuer USING btree (entrypoint, slot) WHERE ((status = 'picked'::queue.pgqueuer_status) AND (slot IS NOT NULL));

CREATE INDEX pgqueuer_priority_id_id1_idx ON queue.pgqueuer USING btree (priority, id DESC) INCLUDE (id) WHERE (status = 'queued'::queue.pgqueuer_status);

CREATE INDEX pgqueuer_queue_manager_id_idx ON queue.pgqueuer USING btree (queue_manager_id) WHERE (queue_manager_id IS NOT NULL);

CREATE UNIQUE INDEX pgqueuer_statistics_unique_count ON queue.pgqueuer_statistics USING btree (priority, date_trunc('sec'::text, timezone('UTC'::text, created)), status, entrypoint);

CREATE UNIQUE INDEX pgqueuer_unique_dedupe_key ON queue.pgqueuer USING btree (dedupe_key) WHERE ((status = ANY (ARRAY['queued'::queue.pgqueuer_status, 'picked'::queue.pgqueuer_status])) AND (dedupe_key IS NOT NULL));

CREATE INDEX pgqueuer_updated_id_id1_idx ON queue.pgqueuer USING btree (updated, id DESC) INCLUDE (id) WHERE (status = 'picked'::queue.pgqueuer_status);

CREATE TRIGGER decision_not_what_if BEFORE INSERT ON placement.decision FOR EACH ROW EXECUTE FUNCTION placement.refuse_what_if();

COMMENT ON TRIGGER decision_not_what_if ON placement.decision IS 'Prevents a decision about a what-if: it only shows what would happen.';

CREATE TRIGGER event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON placement.event FOR EACH STATEMENT EXECUTE FUNCTION placement.refuse_change();

COMMENT ON TRIGGER event_append_only ON placement.event IS 'Refuses every change of an event, and emptying the table.';

CREATE TRIGGER lottery_never_rewritten BEFORE INSERT OR UPDATE ON placement.lottery FOR EACH ROW EXECUTE FUNCTION placement.refuse_another_lottery();

COMMENT ON TRIGGER lottery_never_rewritten ON placement.lottery IS 'Prevents drawing again behind everybody''s back.';

CREATE TRIGGER tg_pgqueuer_changed AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON queue.pgqueuer FOR EACH STATEMENT EXECUTE FUNCTION queue.fn_pgqueuer_changed();

ALTER TABLE ONLY placement.account_programme
    ADD CONSTRAINT account_programme_account_fkey FOREIGN KEY (account_id) REFERENCES placement.account(account_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT account_programme_account_fkey ON placement.account_programme IS 'Prevents a programme of an account that names an account that is not there; it goes when the account goes.';

ALTER TABLE ONLY placement.account_role
    ADD CONSTRAINT account_role_account_fkey FOREIGN KEY (account_id) REFERENCES placement.account(account_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT account_role_account_fkey ON placement.account_role IS 'Prevents a role of an account that names an account that is not there; it goes when the account goes.';

ALTER TABLE ONLY placement.company_merge
    ADD CONSTRAINT company_merge_account_fkey FOREIGN KEY (merged_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT company_merge_account_fkey ON placement.company_merge IS 'Prevents a merge by nobody; the account cannot go while it stands.';

ALTER TABLE ONLY placement.company_merge
    ADD CONSTRAINT company_merge_kept_fkey FOREIGN KEY (kept_id) REFERENCES placement.company(company_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT company_merge_kept_fkey ON placement.company_merge IS 'Prevents a merge into a company that is not there; it goes when the company goes.';

ALTER TABLE ONLY placement.company_merge
    ADD CONSTRAINT company_merge_merged_fkey FOREIGN KEY (merged_id) REFERENCES placement.company(company_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT company_merge_merged_fkey ON placement.company_merge IS 'Prevents a merge of a company that is not there; it goes when the company goes.';

ALTER TABLE ONLY placement.company
    ADD CONSTRAINT company_merged_fkey FOREIGN KEY (merged_into) REFERENCES placement.company(company_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT company_merged_fkey ON placement.company IS 'Prevents a merge into a company that is not there; the double goes when that company goes.';

ALTER TABLE ONLY placement.contact
    ADD CONSTRAINT contact_company_fkey FOREIGN KEY (company_id) REFERENCES placement.company(company_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT contact_company_fkey ON placement.contact IS 'Prevents a contact of a company that is not there; it goes when the company goes.';

ALTER TABLE ONLY placement.conversation
    ADD CONSTRAINT conversation_account_fkey FOREIGN KEY (recorded_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT conversation_account_fkey ON placement.conversation IS 'Prevents a talk that nobody wrote down; the account cannot go while it stands.';

ALTER TABLE ONLY placement.conversation
    ADD CONSTRAINT conversation_company_fkey FOREIGN KEY (company_id) REFERENCES placement.company(company_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT conversation_company_fkey ON placement.conversation IS 'Prevents a talk with a company that is not there; it goes when the company goes.';

ALTER TABLE ONLY placement.conversation
    ADD CONSTRAINT conversation_contact_fkey FOREIGN KEY (contact_id) REFERENCES placement.contact(contact_id) ON DELETE SET NULL;

COMMENT ON CONSTRAINT conversation_contact_fkey ON placement.conversation IS 'Prevents a talk with a contact who is not there; the talk stays when the contact goes.';

ALTER TABLE ONLY placement.decision
    ADD CONSTRAINT decision_account_fkey FOREIGN KEY (decided_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT decision_account_fkey ON placement.decision IS 'Prevents a decision that names an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY placement.decision
    ADD CONSTRAINT decision_run_fkey FOREIGN KEY (run_id) REFERENCES placement.match_run(run_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT decision_run_fkey ON placement.decision IS 'Prevents a decision that names a run that is not there; it goes when the run goes.';

ALTER TABLE ONLY placement.discriminatory_request
    ADD CONSTRAINT discriminatory_request_closed_account_fkey FOREIGN KEY (closed_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT discriminatory_request_closed_account_fkey ON placement.discriminatory_request IS 'Prevents a case that nobody closed; the account cannot go while it stands.';

ALTER TABLE ONLY placement.discriminatory_request
    ADD CONSTRAINT discriminatory_request_company_fkey FOREIGN KEY (company_id) REFERENCES placement.company(company_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT discriminatory_request_company_fkey ON placement.discriminatory_request IS 'Prevents a case about a company that is not there; it goes when the company goes.';

ALTER TABLE ONLY placement.discriminatory_request
    ADD CONSTRAINT discriminatory_request_offer_fkey FOREIGN KEY (registered_offer_id) REFERENCES placement.registered_offer(registered_offer_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT discriminatory_request_offer_fkey ON placement.discriminatory_request IS 'Prevents a case about an offer that is not there; it goes when the offer goes.';

ALTER TABLE ONLY placement.discriminatory_request
    ADD CONSTRAINT discriminatory_request_opened_account_fkey FOREIGN KEY (opened_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT discriminatory_request_opened_account_fkey ON placement.discriminatory_request IS 'Prevents a case that nobody opened; the account cannot go while it stands.';

ALTER TABLE ONLY placement.establishment
    ADD CONSTRAINT establishment_company_fkey FOREIGN KEY (company_id) REFERENCES placement.company(company_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT establishment_company_fkey ON placement.establishment IS 'Prevents an establishment that names a company that is not there; it goes when the company goes.';

ALTER TABLE ONLY placement.idempotency_key
    ADD CONSTRAINT idempotency_key_account_fkey FOREIGN KEY (account_id) REFERENCES placement.account(account_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT idempotency_key_account_fkey ON placement.idempotency_key IS 'Prevents an answer to a key that names an account that is not there; it goes when the account goes.';

ALTER TABLE ONLY placement.import_file
    ADD CONSTRAINT import_file_account_fkey FOREIGN KEY (created_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT import_file_account_fkey ON placement.import_file IS 'Prevents an import that names an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY placement.import_file
    ADD CONSTRAINT import_file_round_fkey FOREIGN KEY (round_id) REFERENCES placement.placement_round(round_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT import_file_round_fkey ON placement.import_file IS 'Prevents an import that names a round that is not there; it goes when the round goes.';

ALTER TABLE ONLY placement.lottery
    ADD CONSTRAINT lottery_committed_account_fkey FOREIGN KEY (committed_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT lottery_committed_account_fkey ON placement.lottery IS 'Prevents a commitment by nobody; the account cannot go while it stands.';

ALTER TABLE ONLY placement.lottery
    ADD CONSTRAINT lottery_opened_account_fkey FOREIGN KEY (opened_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT lottery_opened_account_fkey ON placement.lottery IS 'Prevents a seed revealed by nobody; the account cannot go while it stands.';

ALTER TABLE ONLY placement.lottery
    ADD CONSTRAINT lottery_round_fkey FOREIGN KEY (round_id) REFERENCES placement.placement_round(round_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT lottery_round_fkey ON placement.lottery IS 'Prevents a lottery of a round that is not there; it goes when the round goes.';

ALTER TABLE ONLY placement.lottery
    ADD CONSTRAINT lottery_witnessed_account_fkey FOREIGN KEY (witnessed_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT lottery_witnessed_account_fkey ON placement.lottery IS 'Prevents a public text entered by nobody; the account cannot go while it stands.';

ALTER TABLE ONLY placement.match_run
    ADD CONSTRAINT match_run_account_fkey FOREIGN KEY (created_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT match_run_account_fkey ON placement.match_run IS 'Prevents a run that names an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY placement.match_run
    ADD CONSTRAINT match_run_lottery_fkey FOREIGN KEY (lottery_id) REFERENCES placement.lottery(lottery_id);

COMMENT ON CONSTRAINT match_run_lottery_fkey ON placement.match_run IS 'Prevents a run with a lottery that is not there; the lottery cannot go while the run stands.';

ALTER TABLE ONLY placement.match_run
    ADD CONSTRAINT match_run_parent_fkey FOREIGN KEY (parent_run_id) REFERENCES placement.match_run(run_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT match_run_parent_fkey ON placement.match_run IS 'Prevents a what-if of a run that is not there; it goes when that run goes.';

ALTER TABLE ONLY placement.match_run
    ADD CONSTRAINT match_run_round_fkey FOREIGN KEY (round_id) REFERENCES placement.placement_round(round_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT match_run_round_fkey ON placement.match_run IS 'Prevents a run that names a round that is not there; it goes when the round goes.';

ALTER TABLE ONLY placement.next_action
    ADD CONSTRAINT next_action_company_fkey FOREIGN KEY (company_id) REFERENCES placement.company(company_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT next_action_company_fkey ON placement.next_action IS 'Prevents an action for a company that is not there; it goes when the company goes.';

ALTER TABLE ONLY placement.next_action
    ADD CONSTRAINT next_action_done_account_fkey FOREIGN KEY (done_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT next_action_done_account_fkey ON placement.next_action IS 'Prevents an action done by nobody; the account cannot go while it stands.';

ALTER TABLE ONLY placement.next_action
    ADD CONSTRAINT next_action_offer_fkey FOREIGN KEY (registered_offer_id) REFERENCES placement.registered_offer(registered_offer_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT next_action_offer_fkey ON placement.next_action IS 'Prevents an action about an offer that is not there; it goes when the offer goes.';

ALTER TABLE ONLY placement.next_action
    ADD CONSTRAINT next_action_owner_fkey FOREIGN KEY (owner) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT next_action_owner_fkey ON placement.next_action IS 'Prevents an action of nobody; the account cannot go while it stands.';

ALTER TABLE ONLY placement.offer
    ADD CONSTRAINT offer_establishment_fkey FOREIGN KEY (establishment_id) REFERENCES placement.establishment(establishment_id) ON DELETE SET NULL;

COMMENT ON CONSTRAINT offer_establishment_fkey ON placement.offer IS 'Prevents an offer that names an establishment that is not there; it stays when the establishment goes.';

ALTER TABLE ONLY placement.offer
    ADD CONSTRAINT offer_registered_fkey FOREIGN KEY (registered_offer_id) REFERENCES placement.registered_offer(registered_offer_id) ON DELETE SET NULL;

COMMENT ON CONSTRAINT offer_registered_fkey ON placement.offer IS 'Prevents a copy of an offer that is not there; the copy stays when that offer goes.';

ALTER TABLE ONLY placement.offer
    ADD CONSTRAINT offer_round_fkey FOREIGN KEY (round_id) REFERENCES placement.placement_round(round_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT offer_round_fkey ON placement.offer IS 'Prevents an offer that names a round that is not there; it goes when the round goes.';

ALTER TABLE ONLY placement.placement
    ADD CONSTRAINT placement_decision_fkey FOREIGN KEY (decision_id) REFERENCES placement.decision(decision_id) ON DELETE SET NULL;

COMMENT ON CONSTRAINT placement_decision_fkey ON placement.placement IS 'Prevents a placement that names a decision that is not there; it stays when the decision goes.';

ALTER TABLE ONLY placement.placement
    ADD CONSTRAINT placement_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT placement_ended_by_fkey ON placement.placement IS 'Prevents an end by an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY placement.placement
    ADD CONSTRAINT placement_offer_fkey FOREIGN KEY (offer_uid) REFERENCES placement.offer(offer_uid) ON DELETE CASCADE;

COMMENT ON CONSTRAINT placement_offer_fkey ON placement.placement IS 'Prevents a placement that names an offer that is not there; it goes when the offer goes.';

ALTER TABLE ONLY placement.placement_round
    ADD CONSTRAINT placement_round_account_fkey FOREIGN KEY (created_by) REFERENCES placement.account(account_id) ON DELETE SET NULL;

COMMENT ON CONSTRAINT placement_round_account_fkey ON placement.placement_round IS 'Prevents a round that names an account that is not there; it stays, without a name, when the account goes.';

ALTER TABLE ONLY placement.placement
    ADD CONSTRAINT placement_student_fkey FOREIGN KEY (student_id) REFERENCES placement.student(student_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT placement_student_fkey ON placement.placement IS 'Prevents a placement that names a student that is not there; it goes when the student goes.';

ALTER TABLE ONLY placement.preference
    ADD CONSTRAINT preference_offer_fkey FOREIGN KEY (offer_uid) REFERENCES placement.offer(offer_uid) ON DELETE CASCADE;

COMMENT ON CONSTRAINT preference_offer_fkey ON placement.preference IS 'Prevents a preference that names an offer that is not there; it goes when the offer goes.';

ALTER TABLE ONLY placement.preference
    ADD CONSTRAINT preference_student_fkey FOREIGN KEY (student_id) REFERENCES placement.student(student_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT preference_student_fkey ON placement.preference IS 'Prevents a preference that names a student that is not there; it goes when the student goes.';

ALTER TABLE ONLY placement.proposal
    ADD CONSTRAINT proposal_run_fkey FOREIGN KEY (run_id) REFERENCES placement.match_run(run_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT proposal_run_fkey ON placement.proposal IS 'Prevents a proposal that names a run that is not there; it goes when the run goes.';

ALTER TABLE ONLY placement.recognition
    ADD CONSTRAINT recognition_establishment_fkey FOREIGN KEY (establishment_id) REFERENCES placement.establishment(establishment_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT recognition_establishment_fkey ON placement.recognition IS 'Prevents a recognition that names an establishment that is not there; it goes when the establishment goes.';

ALTER TABLE ONLY placement.registered_offer
    ADD CONSTRAINT registered_offer_changed_account_fkey FOREIGN KEY (changed_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT registered_offer_changed_account_fkey ON placement.registered_offer IS 'Prevents a change by nobody; the account cannot go while it stands.';

ALTER TABLE ONLY placement.registered_offer
    ADD CONSTRAINT registered_offer_contact_fkey FOREIGN KEY (contact_id) REFERENCES placement.contact(contact_id) ON DELETE SET NULL;

COMMENT ON CONSTRAINT registered_offer_contact_fkey ON placement.registered_offer IS 'Prevents an offer with a contact who is not there; the offer stays when the contact goes.';

ALTER TABLE ONLY placement.registered_offer
    ADD CONSTRAINT registered_offer_establishment_fkey FOREIGN KEY (establishment_id) REFERENCES placement.establishment(establishment_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT registered_offer_establishment_fkey ON placement.registered_offer IS 'Prevents an offer of an establishment that is not there; it goes when the establishment goes.';

ALTER TABLE ONLY placement.registered_offer
    ADD CONSTRAINT registered_offer_owner_fkey FOREIGN KEY (owner) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT registered_offer_owner_fkey ON placement.registered_offer IS 'Prevents an offer that nobody looks after; the account cannot go while it stands.';

ALTER TABLE ONLY placement.removal
    ADD CONSTRAINT removal_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT removal_answered_by_fkey ON placement.removal IS 'Prevents an answer by an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY placement.removal
    ADD CONSTRAINT removal_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT removal_asked_by_fkey ON placement.removal IS 'Prevents a question by an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY placement.removal
    ADD CONSTRAINT removal_placement_fkey FOREIGN KEY (placement_id) REFERENCES placement.placement(placement_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT removal_placement_fkey ON placement.removal IS 'Prevents a removal of a place that is not there; it goes when the place goes.';

ALTER TABLE ONLY placement.removal
    ADD CONSTRAINT removal_run_fkey FOREIGN KEY (run_id) REFERENCES placement.match_run(run_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT removal_run_fkey ON placement.removal IS 'Prevents a removal of a run that is not there; it goes when the run goes.';

ALTER TABLE ONLY placement.request_step
    ADD CONSTRAINT request_step_account_fkey FOREIGN KEY (taken_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT request_step_account_fkey ON placement.request_step IS 'Prevents a step that nobody took; the account cannot go while it stands.';

ALTER TABLE ONLY placement.request_step
    ADD CONSTRAINT request_step_request_fkey FOREIGN KEY (request_id) REFERENCES placement.discriminatory_request(request_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT request_step_request_fkey ON placement.request_step IS 'Prevents a step in a case that is not there; it goes when the case goes.';

ALTER TABLE ONLY placement.sample_review
    ADD CONSTRAINT sample_review_account_fkey FOREIGN KEY (reviewed_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT sample_review_account_fkey ON placement.sample_review IS 'Prevents a review that names an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY placement.sample_review
    ADD CONSTRAINT sample_review_run_fkey FOREIGN KEY (run_id) REFERENCES placement.match_run(run_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT sample_review_run_fkey ON placement.sample_review IS 'Prevents a review that names a run that is not there; it goes when the run goes.';

ALTER TABLE ONLY placement.saved_policy
    ADD CONSTRAINT saved_policy_account_fkey FOREIGN KEY (changed_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT saved_policy_account_fkey ON placement.saved_policy IS 'Prevents a policy that names an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY placement.saved_policy
    ADD CONSTRAINT saved_policy_round_fkey FOREIGN KEY (round_id) REFERENCES placement.placement_round(round_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT saved_policy_round_fkey ON placement.saved_policy IS 'Prevents a policy of a round that is not there; it goes when the round goes.';

ALTER TABLE ONLY placement.session
    ADD CONSTRAINT session_account_fkey FOREIGN KEY (account_id) REFERENCES placement.account(account_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT session_account_fkey ON placement.session IS 'Prevents a session that names an account that is not there; it goes when the account goes.';

ALTER TABLE ONLY placement.student_lock
    ADD CONSTRAINT student_lock_account_fkey FOREIGN KEY (locked_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT student_lock_account_fkey ON placement.student_lock IS 'Prevents a lock by an account that is not there; the account cannot go while it stands.';

ALTER TABLE ONLY placement.student_lock
    ADD CONSTRAINT student_lock_offer_fkey FOREIGN KEY (offer_uid) REFERENCES placement.offer(offer_uid) ON DELETE CASCADE;

COMMENT ON CONSTRAINT student_lock_offer_fkey ON placement.student_lock IS 'Prevents a lock on an offer that is not there; it goes when the offer goes.';

ALTER TABLE ONLY placement.student_lock
    ADD CONSTRAINT student_lock_student_fkey FOREIGN KEY (student_id) REFERENCES placement.student(student_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT student_lock_student_fkey ON placement.student_lock IS 'Prevents a lock of a student who is not there; it goes when the student goes.';

ALTER TABLE ONLY placement.student
    ADD CONSTRAINT student_round_fkey FOREIGN KEY (round_id) REFERENCES placement.placement_round(round_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT student_round_fkey ON placement.student IS 'Prevents a student that names a round that is not there; it goes when the round goes.';

ALTER TABLE ONLY placement.text_check
    ADD CONSTRAINT text_check_account_fkey FOREIGN KEY (checked_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT text_check_account_fkey ON placement.text_check IS 'Prevents a check by nobody; the account cannot go while it stands.';

ALTER TABLE ONLY placement.text_reaction
    ADD CONSTRAINT text_reaction_account_fkey FOREIGN KEY (reacted_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT text_reaction_account_fkey ON placement.text_reaction IS 'Prevents a reaction by nobody; the account cannot go while it stands.';

ALTER TABLE ONLY placement.text_reaction
    ADD CONSTRAINT text_reaction_check_fkey FOREIGN KEY (text_check_id) REFERENCES placement.text_check(text_check_id) ON DELETE CASCADE;

COMMENT ON CONSTRAINT text_reaction_check_fkey ON placement.text_reaction IS 'Prevents a reaction to a check that is not there; it goes when the check goes.';

ALTER TABLE ONLY placement.text_reaction
    ADD CONSTRAINT text_reaction_second_fkey FOREIGN KEY (second_by) REFERENCES placement.account(account_id);

COMMENT ON CONSTRAINT text_reaction_second_fkey ON placement.text_reaction IS 'Prevents a second person who is not there; the account cannot go while it stands.';
