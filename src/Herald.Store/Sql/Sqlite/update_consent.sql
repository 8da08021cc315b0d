update consent set value = @value, source = @source, modified_at = @now, version = version + 1
where contactpointvalue = @number and contactpointtype = @type and state = 0
