-- The engine's own rows. Ids are uuid, instants Unix milliseconds, flags boolean.
-- States of a delivery: 0 waiting, 1 ready, 2 started, 3 sent, 4 ended (docs/lifecycle.md).

create table task (
    id uuid not null primary key,
    -- chain * 2^40 + number: rises with the commits of a process.
    intake_no bigint not null,
    engagement_id uuid not null,
    channel smallint not null,
    intake smallint not null,
    -- 0 while the task is open: Pending and InProcess follow from its open delivery, so that a start need not touch this row.
    status smallint not null default 0,
    customer_reached boolean not null default false,
    fallback_attempted boolean not null default false,
    -- Why it was cancelled, while a running attempt is allowed to finish.
    cancel_reason text,
    tracking_id text,
    country text,
    state_code text,
    postal_code text,
    queue_id uuid,
    batch_id uuid,
    created_at bigint not null,
    ended_at bigint,
    check ((status in (0, 1)) = (ended_at is null))
);

create index task_by_tracking on task (lower(tracking_id)) where tracking_id is not null;

create unique index task_by_intake on task (intake_no);

-- The wide part, apart from the narrow row that the queue joins.
create table task_body (
    task_id uuid not null primary key,
    body bytea not null
);

create table delivery (
    id uuid not null primary key,
    task_id uuid not null,
    engagement_id uuid not null,
    state smallint not null,
    status smallint not null,
    result smallint,
    channel smallint not null,
    dial_mode smallint not null,
    engagement_type smallint,
    -- Place in the call order, lower is sooner.
    rank bigint not null,
    -- Waiting: not to be looked at before. Ready: the close of its legal moment.
    next_check_at bigint not null,
    -- Attempts of the task started before this row.
    attempts smallint not null default 0,
    loop smallint not null,
    contact_index smallint not null,
    phone smallint not null,
    to_address text not null,
    from_address text,
    contact_id uuid,
    seq_no integer,
    -- Instance that carries the attempt.
    owner uuid,
    -- The start's line of attempt_log.
    log_id bigint,
    declined boolean not null default false,
    receipt_due_at bigint,
    -- Segments whose receipt is awaited.
    receipts_left smallint,
    window_start bigint,
    window_end bigint,
    expires_at bigint,
    started_at bigint,
    sent_at bigint,
    connected_at bigint,
    rep_connected_at bigint,
    speech_at bigint,
    ended_at bigint,
    result_at bigint,
    reason_code text,
    reason text,
    call_id text,
    sip_diagnostics text,
    disposition_codes text,
    speech_detected boolean,
    wait_exceeded boolean,
    conversation_id uuid,
    batch_id uuid,
    policy_id uuid,
    created_at bigint not null,
    modified_at bigint not null,
    version integer not null default 1,
    check (state between 0 and 4),
    check ((state = 4) = (status > 1)),
    check ((state = 4) = (result is not null)),
    check ((state = 4) = (result_at is not null)),
    check ((state = 2) = (owner is not null)),
    check ((state in (2, 3)) = (status = 1)),
    check (state <> 3 or receipt_due_at is not null)
);

-- The queue: each index holds its own rows alone, so a pending task that is not due costs nothing.
create index delivery_ready on delivery (engagement_id, rank, id) where state = 1;
create index delivery_staging on delivery (engagement_id, next_check_at) where state < 2;
create index delivery_started on delivery (engagement_id, owner) where state = 2;
create index delivery_sent on delivery (receipt_due_at) where state = 3;
create unique index delivery_open on delivery (task_id) where state < 4;
-- Rows that wait for something a setting can change; those that wait for their window are the many, and never rechecked.
create index delivery_recheck on delivery (reason_code, engagement_id, next_check_at) where state = 0 and reason_code <> 'window';
-- For readers.
create index delivery_by_task on delivery (task_id);
create index delivery_by_to_address on delivery (lower(to_address));
create index delivery_by_engagement on delivery (engagement_id, created_at);
create index delivery_by_created on delivery (created_at);
create index delivery_by_result on delivery (result_at) where result_at is not null;
create index delivery_by_batch on delivery (batch_id) where batch_id is not null;
create index delivery_by_conversation on delivery (conversation_id) where conversation_id is not null;

create table delivery_attribute (
    id uuid not null primary key,
    delivery_id uuid not null,
    keyword text not null,
    value text not null,
    -- 0 input, 1 result
    type smallint not null,
    created_at bigint not null
);

create index delivery_attribute_by_delivery on delivery_attribute (delivery_id);

-- First deliveries of a bulk request that is not closed yet. Tasks without a delivery row are seen by nobody.
create table held_delivery (
    batch_id uuid not null,
    id uuid not null,
    task_id uuid not null,
    engagement_id uuid not null,
    state smallint not null,
    status smallint not null,
    result smallint,
    channel smallint not null,
    dial_mode smallint not null,
    engagement_type smallint,
    rank bigint not null,
    next_check_at bigint not null,
    loop smallint not null,
    contact_index smallint not null,
    phone smallint not null,
    to_address text not null,
    from_address text,
    contact_id uuid,
    window_start bigint,
    window_end bigint,
    expires_at bigint,
    result_at bigint,
    reason_code text,
    created_at bigint not null,
    primary key (batch_id, id)
);

-- Which process writes a held batch, and whether it has closed (then its rows are released in steps).
create table held_batch (
    batch_id uuid not null primary key,
    chain integer not null,
    closed boolean not null default false
);

-- One hash chain per process; a line's id is chain * 2^40 + its number in the chain.
create table log_chain (
    chain integer generated by default as identity primary key,
    opened_at bigint not null,
    -- Last task whose contacts are in their rows.
    contacts_done bigint not null default 0,
    -- Hash and number of the last line pruned; what remains continues from there.
    pruned_number bigint not null default 0,
    pruned_hash bytea
);

-- Number of the last transaction of each process: what a commit whose answer was lost is known by.
create table writer_mark (
    chain integer not null primary key,
    batch bigint not null default 0
) with (fillfactor = 10);

-- The limit ledger, the audit trail and the evidence at once. Append-only but for "counts", which no hash covers:
-- a start that is given back (kind 4) stops counting.
create table attempt_log (
    id bigint not null primary key,
    -- 0 start, 1 sent, 2 end, 3 receipt, 4 not_sent
    kind smallint not null,
    at bigint not null,
    delivery_id uuid not null,
    task_id uuid not null,
    engagement_id uuid not null,
    channel smallint not null,
    seq_no integer not null,
    loop smallint not null,
    contact_index smallint not null,
    phone smallint not null,
    number text not null,
    contact_key text,
    subject_key text,
    zone text,
    result smallint,
    reason text,
    counts boolean not null,
    hash bytea not null
);

-- Random keys are the dearest of the whole pass: start lines only, and nothing else of the log is indexed.
create index attempt_log_by_contact on attempt_log (contact_key, at) where counts;
create index attempt_log_by_number on attempt_log (number, at) where counts;
create index attempt_log_by_subject on attempt_log (subject_key, at) where counts and subject_key is not null;

-- (profile, message id) -> delivery; a receipt that has come and is not finished yet is pending.
create table message_id (
    profile_id uuid not null,
    message_id text not null,
    delivery_id uuid not null,
    created_at bigint not null,
    result smallint,
    received_at bigint,
    diagnostics text,
    pending boolean not null default false,
    primary key (profile_id, message_id)
);

create index message_id_pending on message_id (delivery_id) where pending;
create index message_id_by_age on message_id (created_at);

-- Receipts that came before their acknowledgement.
create table kept_receipt (
    profile_id uuid not null,
    message_id text not null,
    result smallint not null,
    received_at bigint not null,
    diagnostics text,
    primary key (profile_id, message_id)
);

-- Answers of the last 24 h by repeat key.
create table repeatable_request (
    key bytea not null primary key,
    body_hash bytea not null,
    answer bytea not null,
    created_at bigint not null
);

create index repeatable_request_by_age on repeatable_request (created_at);

create table instance (
    id uuid not null primary key,
    silo_address text not null,
    started_at bigint not null
);

create table settings_version (
    id integer not null primary key check (id = 1),
    version bigint not null
);

insert into settings_version (id, version) values (1, 1);
