-- The engine's tables as far as this room reads them; the real ones are made by the store.
create table task (
    id blob primary key,
    engagement_id blob not null,
    tracking_id text collate nocase,
    country text,
    state_code text,
    postal_code text,
    queue_id blob,
    created_at integer not null
);
create table delivery (
    id blob primary key,
    task_id blob not null,
    engagement_id blob not null,
    created_at integer not null,
    modified_at integer not null,
    version integer not null default 1,
    state integer not null,
    status integer not null,
    result integer,
    channel integer not null,
    dial_mode integer not null,
    engagement_type integer,
    seq_no integer,
    to_address text collate nocase not null,
    from_address text,
    contact_id blob,
    conversation_id blob,
    call_id text,
    batch_id blob,
    policy_id blob,
    reason_code text,
    reason text,
    sip_diagnostics text,
    disposition_codes text,
    speech_detected integer,
    wait_exceeded integer,
    window_start integer,
    window_end integer,
    started_at integer,
    ended_at integer,
    result_at integer,
    expires_at integer,
    sent_at integer,
    connected_at integer,
    rep_connected_at integer,
    speech_at integer
);
create table delivery_attribute (
    id blob primary key,
    delivery_id blob not null,
    keyword text not null,
    value text,
    type integer not null,
    created_at integer not null
);
create index delivery_task on delivery (task_id);
create index delivery_to on delivery (to_address);
create index delivery_engagement on delivery (engagement_id, created_at);
create index delivery_created on delivery (created_at);
create index delivery_result on delivery (result_at) where result_at is not null;
