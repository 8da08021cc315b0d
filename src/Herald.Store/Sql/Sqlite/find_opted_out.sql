-- 534120002 opted out; the index holds active rows.
select contactpointvalue from consent where contactpointvalue = @number and contactpointtype = @type and state = 0 and value = 534120002 limit 1
