-- What the store adds for replies, as far as this room reads it.
alter table conversation add column delivery_id uuid;
alter table conversation add column late boolean not null default false;
alter table conversation add column number text;
create table conversation_message (
    id uuid primary key,
    conversation_id uuid not null,
    from_address text not null,
    to_address text not null,
    text text not null,
    created_at bigint not null
);
