with gone as (
    delete from kept_receipt k using unnest(@profile, @message) as n (profile, message)
    where k.profile_id = n.profile and k.message_id = n.message
    returning k.*
), matched as (
    update message_id m set result = g.result, received_at = g.received_at, diagnostics = g.diagnostics, pending = true
    from gone g
    where m.profile_id = g.profile_id and m.message_id = g.message_id
    returning m.delivery_id
)
update delivery d set receipts_left = d.receipts_left - c.count
from (select delivery_id, count(*) from matched group by delivery_id) as c
where d.id = c.delivery_id
