-- A call that is over, its conversation with it, unless a person has taken it over (192350013 ended by bot).
update conversation set state = 1, status = 4, statuschangereason = 192350013, closedon = @at, statusupdatedon = @at, conversation_modifiedon = @at,
    modified_at = @at, version = version + 1
where id = (select conversation_id from delivery where id = @delivery and channel = 0) and state = 0 and activeagentid is null
