-- Rows planned again since are left alone: the steps end although a driver plans beside them.
update delivery set next_check_at = @now, modified_at = @now, version = version + 1
where id in (
    select id from delivery
    where reason_code = @reason and (@engagement is null or engagement_id = @engagement) and next_check_at > @now and modified_at <= @now and state = 0 and reason_code <> 'window'
    limit @max)
