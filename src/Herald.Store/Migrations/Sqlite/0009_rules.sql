-- An engagement may name several presets that count: each start has a row for each of their subjects.
create table attempt_subject (
    subject_key text not null,
    at integer not null,
    -- The start's line of attempt_log. Given back: the row goes.
    log_id integer not null,
    primary key (subject_key, at, log_id)
) without rowid;

create index attempt_subject_by_line on attempt_subject (log_id);

-- Preset names are folded to small letters: US-FL and us-fl are one preset.
insert into attempt_subject (subject_key, at, log_id)
select lower(substr(subject_key, 1, instr(subject_key, ':') - 1)) || substr(subject_key, instr(subject_key, ':')), at, id
from attempt_log where kind = 0 and counts and subject_key is not null;

drop index attempt_log_by_subject;

-- The cancellation policy that ends a task at its acceptance, also in a bulk request.
alter table held_delivery add column policy_id blob;

-- Whoever writes a consent, what is queued for the number is planned again.
create trigger consent_written after insert on consent when new.state = 0 begin
    update delivery set next_check_at = new.modified_at, modified_at = new.modified_at, version = version + 1
    where to_address = new.contactpointvalue and state < 2 and next_check_at > new.modified_at
        and channel = case new.contactpointtype when 534120001 then 1 when 534120003 then 0 end;
end;
create trigger consent_changed after update on consent when new.value is not old.value or new.state is not old.state or new.contactpointvalue is not old.contactpointvalue or new.contactpointtype is not old.contactpointtype begin
    update delivery set next_check_at = new.modified_at, modified_at = new.modified_at, version = version + 1
    where to_address = new.contactpointvalue and state < 2 and next_check_at > new.modified_at
        and channel = case new.contactpointtype when 534120001 then 1 when 534120003 then 0 end;
end;

create table "consent_upload" (
    "id" blob not null primary key,
    "name" text collate nocase,
    "progress" integer default 192360000,
    "total_lines_processed" integer,
    "consents_written" integer,
    "failures" integer,
    "error_message" text collate nocase,
    "created_at" integer not null,
    "modified_at" integer not null,
    "created_by" blob,
    "modified_by" blob,
    "version" integer not null default 1,
    "owner_id" blob,
    "state" integer not null default 0,
    "status" integer not null default 1
);
