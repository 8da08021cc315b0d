-- 534120001 text message, 534120003 voice; 534120002 opted out.
select @id from consent
where contactpointvalue = @number and state = 0 and value = 534120002
    and contactpointtype = (select case channel when 1 then 534120001 else 534120003 end from delivery where id = @id)
limit 1
