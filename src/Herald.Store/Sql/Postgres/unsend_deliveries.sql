-- Nothing left this machine: the row waits again and its number is provisional as before.
update delivery d set state = 0, status = 0, owner = null, seq_no = null, started_at = null, reason_code = n.reason_code, next_check_at = n.retry,
    modified_at = n.now, version = d.version + 1
from unnest(@id, @owner, @reason_code, @retry, @now) as n (id, owner, reason_code, retry, now)
where d.id = n.id and d.state + 0 = 2 and d.owner = n.owner
returning d.id, d.task_id, d.engagement_id, d.channel, d.attempts + 1, d.loop, d.contact_index, d.phone, d.to_address, d.log_id
