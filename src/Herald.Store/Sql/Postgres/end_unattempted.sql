-- Deliveries that no attempt was made of. Started rows are left alone.
update delivery d set state = 4, status = n.status, result = n.result, reason_code = n.reason_code, policy_id = n.policy,
    ended_at = @now, result_at = @now, modified_at = @now, version = d.version + 1
from unnest(@id, @seen, @status, @result, @reason_code, @policy) as n (id, seen, status, result, reason_code, policy)
where d.id = n.id and d.state + 0 < 2 and (n.seen is null or d.next_check_at = n.seen)
returning d.id
