-- Deliveries that no attempt was made of. Started rows are left alone.
update delivery set state = 4, status = @status, result = @result, reason_code = @reason_code, policy_id = @policy,
    ended_at = @now, result_at = @now, modified_at = @now, version = version + 1
where id = @id and state < 2 and (@seen is null or next_check_at = @seen)
returning id
