-- All active rows of the number and channel, whatever their purpose. What says so already stays: an upload may be repeated at no cost.
update consent set value = @value, source = @source, modified_at = @now, version = version + 1
where contactpointvalue = @number and contactpointtype = @type and state = 0 and value is not @value
returning id
