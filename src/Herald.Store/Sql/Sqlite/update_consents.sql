update consent set value = @value, source = @source, modified_at = @now, version = version + 1 where id = @id
