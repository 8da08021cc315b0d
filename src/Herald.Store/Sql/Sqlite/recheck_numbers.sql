update delivery set next_check_at = @now, modified_at = @now, version = version + 1
where to_address = @number and state < 2 and next_check_at > @now
