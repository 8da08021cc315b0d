-- What people send: replies and the conversations they open, answers owed to keywords, parts of messages not whole yet.

-- Until then a reply to a delivered message is in time; null = nothing is to be decided.
alter table delivery add column reply_due_at bigint;
create index delivery_reply_due on delivery (reply_due_at) where reply_due_at is not null;

-- The delivery a conversation answers, whether it came too late for it, and the person's number.
alter table conversation add column delivery_id uuid;
alter table conversation add column late boolean not null default false;
alter table conversation add column number text;
create index conversation_by_delivery on conversation (delivery_id) where delivery_id is not null;
create index conversation_open_by_number on conversation (lower(number)) where number is not null and state = 0;

create table conversation_message (
    id uuid not null primary key,
    conversation_id uuid not null,
    from_address text not null,
    to_address text not null,
    text text not null,
    -- The carrier's name for the message where it has one: the same message again is not kept twice.
    source_id text,
    created_at bigint not null
);

create index conversation_message_by_conversation on conversation_message (conversation_id, created_at);
create unique index conversation_message_by_source on conversation_message (source_id) where source_id is not null;

-- Confirmations of opt-outs and opt-ins, written with the consent. Claimed before they are sent, so that none is sent twice.
create table owed_answer (
    id uuid not null primary key,
    transport text not null,
    from_address text not null,
    to_address text not null,
    text text not null,
    try_at bigint not null,
    owed_until bigint not null,
    claimed_by uuid
);

create index owed_answer_due on owed_answer (try_at) where claimed_by is null;

-- Parts that were acknowledged before their message was whole.
create table message_part (
    account_id uuid not null,
    from_address text not null,
    to_address text not null,
    wide boolean not null,
    reference integer not null,
    total integer not null,
    number integer not null,
    data_coding integer not null,
    content bytea not null,
    received_at bigint not null,
    -- Somebody puts the message together; after that moment another may.
    claimed_until bigint,
    handled_at bigint,
    primary key (account_id, from_address, to_address, wide, reference, total, number)
);

create index message_part_by_age on message_part (received_at);

-- Receipts that came early are looked at again while they are young, and pruned when they are old.
create index kept_receipt_by_age on kept_receipt (received_at);
