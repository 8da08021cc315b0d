update delivery set next_check_at = @now, modified_at = @now, version = version + 1
where lower(to_address) = any(@number) and state + 0 < 2 and next_check_at > @now
