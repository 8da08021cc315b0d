-- A call that is over, its conversation with it, unless a person has taken it over (192350013 ended by bot).
update conversation c set state = 1, status = 4, statuschangereason = 192350013, closedon = n.at, statusupdatedon = n.at, conversation_modifiedon = n.at,
    modified_at = n.at, version = c.version + 1
from unnest(@delivery, @at) as n (delivery, at)
join delivery d on d.id = n.delivery and d.channel = 0
where c.id = d.conversation_id and c.state = 0 and c.activeagentid is null
