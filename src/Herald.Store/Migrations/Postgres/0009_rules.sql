-- An engagement may name several presets that count: each start has a row for each of their subjects.
create table attempt_subject (
    subject_key text not null,
    at bigint not null,
    -- The start's line of attempt_log. Given back: the row goes.
    log_id bigint not null,
    primary key (subject_key, at, log_id)
);

create index attempt_subject_by_line on attempt_subject (log_id);

-- Preset names are folded to small letters: US-FL and us-fl are one preset.
insert into attempt_subject (subject_key, at, log_id)
select lower(split_part(subject_key, ':', 1)) || substr(subject_key, strpos(subject_key, ':')), at, id
from attempt_log where kind = 0 and counts and subject_key is not null;

drop index attempt_log_by_subject;

-- An opt-out waits for the starts under way, whichever process makes them, and is seen by every later one
-- (is_suspended_for_start.sql takes the other side of the lock).
create function consent_holds_starts() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(4713, 0);
    return null;
end
$$;
create trigger consent_holds_starts before insert or update on consent for each statement execute function consent_holds_starts();

-- The cancellation policy that ends a task at its acceptance, also in a bulk request.
alter table held_delivery add column policy_id uuid;

-- Whoever writes a consent, what is queued for the number is planned again.
create function consent_rechecks() returns trigger language plpgsql as $$
declare
    stamp bigint := (select max(modified_at) from written);
begin
    update delivery set next_check_at = stamp, modified_at = stamp, version = version + 1
    where lower(to_address) = any(array(select lower(contactpointvalue) from written where state = 0 and contactpointtype in (534120001, 534120003)))
        and state + 0 < 2 and next_check_at > stamp;
    return null;
end
$$;
create trigger consent_written after insert on consent referencing new table as written for each statement execute function consent_rechecks();
create trigger consent_changed after update on consent referencing new table as written for each statement execute function consent_rechecks();

create table "consent_upload" (
    "id" uuid primary key,
    "name" text,
    "progress" integer default 192360000,
    "total_lines_processed" integer,
    "consents_written" integer,
    "failures" integer,
    "error_message" text,
    "created_at" bigint not null,
    "modified_at" bigint not null,
    "created_by" uuid,
    "modified_by" uuid,
    "version" bigint not null default 1,
    "owner_id" uuid,
    "state" integer not null default 0,
    "status" integer not null default 1
);
