-- 534120002 opted out; the index holds active rows, by their value in small letters.
select distinct contactpointvalue from consent where lower(contactpointvalue) = any(@number) and contactpointtype = @type and state = 0 and value = 534120002
