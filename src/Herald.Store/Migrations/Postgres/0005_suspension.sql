-- A suspension waits for the starts under way and is seen by every later one, whoever writes the row.
create function hold_starts() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(4712, hashtext(new.proactive_engagement_config::text));
    return new;
end
$$;

create trigger engagement_status_hold_starts before insert on engagement_status for each row execute function hold_starts();
