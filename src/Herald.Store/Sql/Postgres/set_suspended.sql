-- Nothing for an engagement that does not exist.
insert into engagement_status (id, name, proactive_engagement_config, suspended, suspension_type, created_at, modified_at, created_by, modified_by, owner_id)
select @id, e.name, e.id, @suspended, @type, @now, @now, @by, @by, e.owner_id from engagement e where e.id = @engagement
on conflict (proactive_engagement_config) where state = 0 do update set suspended = excluded.suspended, suspension_type = excluded.suspension_type,
    modified_at = excluded.modified_at, modified_by = excluded.modified_by, version = engagement_status.version + 1
