-- The engine's own rows. Ids are 16-byte big-endian blobs, instants Unix milliseconds, flags 0 or 1.
-- States of a delivery: 0 waiting, 1 ready, 2 started, 3 sent, 4 ended (docs/lifecycle.md).

create table task (
    id blob not null primary key,
    -- chain * 2^40 + number: rises with the commits of a process.
    intake_no integer not null,
    engagement_id blob not null,
    channel integer not null,
    intake integer not null,
    -- 0 while the task is open: Pending and InProcess follow from its open delivery, so that a start need not touch this row.
    status integer not null default 0,
    customer_reached integer not null default 0,
    fallback_attempted integer not null default 0,
    -- Why it was cancelled, while a running attempt is allowed to finish.
    cancel_reason text,
    tracking_id text collate nocase,
    country text,
    state_code text,
    postal_code text,
    queue_id blob,
    batch_id blob,
    created_at integer not null,
    ended_at integer,
    check ((status in (0, 1)) = (ended_at is null))
) without rowid;

create index task_by_tracking on task (tracking_id) where tracking_id is not null;

create unique index task_by_intake on task (intake_no);

-- The wide part, apart from the narrow row that the queue joins.
create table task_body (
    task_id blob not null primary key,
    body blob not null
);

create table delivery (
    id blob not null primary key,
    task_id blob not null,
    engagement_id blob not null,
    state integer not null,
    status integer not null,
    result integer,
    channel integer not null,
    dial_mode integer not null,
    engagement_type integer,
    -- Place in the call order, lower is sooner.
    rank integer not null,
    -- Waiting: not to be looked at before. Ready: the close of its legal moment.
    next_check_at integer not null,
    -- Attempts of the task started before this row.
    attempts integer not null default 0,
    loop integer not null,
    contact_index integer not null,
    phone integer not null,
    to_address text collate nocase not null,
    from_address text,
    contact_id blob,
    seq_no integer,
    -- Instance that carries the attempt.
    owner blob,
    -- The start's line of attempt_log.
    log_id integer,
    declined integer not null default 0,
    receipt_due_at integer,
    -- Segments whose receipt is awaited.
    receipts_left integer,
    window_start integer,
    window_end integer,
    expires_at integer,
    started_at integer,
    sent_at integer,
    connected_at integer,
    rep_connected_at integer,
    speech_at integer,
    ended_at integer,
    result_at integer,
    reason_code text,
    reason text,
    call_id text,
    sip_diagnostics text,
    disposition_codes text,
    speech_detected integer,
    wait_exceeded integer,
    conversation_id blob,
    batch_id blob,
    policy_id blob,
    created_at integer not null,
    modified_at integer not null,
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
create index delivery_by_to_address on delivery (to_address);
create index delivery_by_engagement on delivery (engagement_id, created_at);
create index delivery_by_created on delivery (created_at);
create index delivery_by_result on delivery (result_at) where result_at is not null;
create index delivery_by_batch on delivery (batch_id) where batch_id is not null;
create index delivery_by_conversation on delivery (conversation_id) where conversation_id is not null;

create table delivery_attribute (
    id blob not null primary key,
    delivery_id blob not null,
    keyword text not null,
    value text not null,
    -- 0 input, 1 result
    type integer not null,
    created_at integer not null
) without rowid;

create index delivery_attribute_by_delivery on delivery_attribute (delivery_id);

-- First deliveries of a bulk request that is not closed yet. Tasks without a delivery row are seen by nobody.
create table held_delivery (
    batch_id blob not null,
    id blob not null,
    task_id blob not null,
    engagement_id blob not null,
    state integer not null,
    status integer not null,
    result integer,
    channel integer not null,
    dial_mode integer not null,
    engagement_type integer,
    rank integer not null,
    next_check_at integer not null,
    loop integer not null,
    contact_index integer not null,
    phone integer not null,
    to_address text collate nocase not null,
    from_address text,
    contact_id blob,
    window_start integer,
    window_end integer,
    expires_at integer,
    result_at integer,
    reason_code text,
    created_at integer not null,
    primary key (batch_id, id)
) without rowid;

-- Which process writes a held batch, and whether it has closed (then its rows are released in steps).
create table held_batch (
    batch_id blob not null primary key,
    chain integer not null,
    closed integer not null default 0
);

-- One hash chain per process; a line's id is chain * 2^40 + its number in the chain.
create table log_chain (
    chain integer not null primary key,
    opened_at integer not null,
    -- Last task whose contacts are in their rows.
    contacts_done integer not null default 0,
    -- Hash and number of the last line pruned; what remains continues from there.
    pruned_number integer not null default 0,
    pruned_hash blob
);

-- Number of the last transaction of each process: what a commit whose answer was lost is known by.
create table writer_mark (
    chain integer not null primary key,
    batch integer not null default 0
);

-- The limit ledger, the audit trail and the evidence at once. Append-only but for "counts", which no hash covers:
-- a start that is given back (kind 4) stops counting.
create table attempt_log (
    id integer not null primary key,
    -- 0 start, 1 sent, 2 end, 3 receipt, 4 not_sent
    kind integer not null,
    at integer not null,
    delivery_id blob not null,
    task_id blob not null,
    engagement_id blob not null,
    channel integer not null,
    seq_no integer not null,
    loop integer not null,
    contact_index integer not null,
    phone integer not null,
    number text not null,
    contact_key text,
    subject_key text,
    zone text,
    result integer,
    reason text,
    counts integer not null,
    hash blob not null
);

-- Random keys are the dearest of the whole pass: start lines only, and nothing else of the log is indexed.
create index attempt_log_by_contact on attempt_log (contact_key, at) where counts;
create index attempt_log_by_number on attempt_log (number, at) where counts;
create index attempt_log_by_subject on attempt_log (subject_key, at) where counts and subject_key is not null;

-- (profile, message id) -> delivery; a receipt that has come and is not finished yet is pending.
create table message_id (
    profile_id blob not null,
    message_id text not null,
    delivery_id blob not null,
    created_at integer not null,
    result integer,
    received_at integer,
    diagnostics text,
    pending integer not null default 0,
    primary key (profile_id, message_id)
) without rowid;

create index message_id_pending on message_id (delivery_id) where pending;
create index message_id_by_age on message_id (created_at);

-- Receipts that came before their acknowledgement.
create table kept_receipt (
    profile_id blob not null,
    message_id text not null,
    result integer not null,
    received_at integer not null,
    diagnostics text,
    primary key (profile_id, message_id)
) without rowid;

-- Answers of the last 24 h by repeat key.
create table repeatable_request (
    key blob not null primary key,
    body_hash blob not null,
    answer blob not null,
    created_at integer not null
) without rowid;

create index repeatable_request_by_age on repeatable_request (created_at);

create table instance (
    id blob not null primary key,
    silo_address text not null,
    started_at integer not null
) without rowid;

create table settings_version (
    id integer not null primary key check (id = 1),
    version integer not null
);

insert into settings_version (id, version) values (1, 1);
