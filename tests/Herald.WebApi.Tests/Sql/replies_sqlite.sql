-- What the store adds for replies, as far as this room reads it.
alter table conversation add column delivery_id blob;
alter table conversation add column late integer not null default 0;
alter table conversation add column number text collate nocase;
create table conversation_message (
    id blob primary key,
    conversation_id blob not null,
    from_address text collate nocase not null,
    to_address text collate nocase not null,
    text text collate nocase not null,
    created_at bigint not null
);
