-- The engine's tables as far as this room reads them; the real ones are made by the store.
create table task (
    id uuid primary key,
    engagement_id uuid not null,
    tracking_id text,
    country text,
    state_code text,
    postal_code text,
    queue_id uuid,
    created_at bigint not null
);
create table delivery (
    id uuid primary key,
    task_id uuid not null,
    engagement_id uuid not null,
    created_at bigint not null,
    modified_at bigint not null,
    version integer not null default 1,
    state smallint not null,
    status smallint not null,
    result smallint,
    channel smallint not null,
    dial_mode smallint not null,
    engagement_type smallint,
    seq_no integer,
    to_address text not null,
    from_address text,
    contact_id uuid,
    conversation_id uuid,
    call_id text,
    batch_id uuid,
    policy_id uuid,
    reason_code text,
    reason text,
    sip_diagnostics text,
    disposition_codes text,
    speech_detected boolean,
    wait_exceeded boolean,
    window_start bigint,
    window_end bigint,
    started_at bigint,
    ended_at bigint,
    result_at bigint,
    expires_at bigint,
    sent_at bigint,
    connected_at bigint,
    rep_connected_at bigint,
    speech_at bigint
);
create table delivery_attribute (
    id uuid primary key,
    delivery_id uuid not null,
    keyword text not null,
    value text,
    type smallint not null,
    created_at bigint not null
);
create index delivery_task on delivery (task_id);
create index delivery_to on delivery (lower(to_address));
create index delivery_engagement on delivery (engagement_id, created_at);
create index delivery_created on delivery (created_at);
create index delivery_result on delivery (result_at) where result_at is not null;
