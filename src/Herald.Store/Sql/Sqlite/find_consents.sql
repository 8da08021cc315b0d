select contactpointvalue, id, contactpointtype, value from consent where contactpointvalue = @number and state = 0
