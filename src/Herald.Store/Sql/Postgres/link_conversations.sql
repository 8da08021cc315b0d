-- A call's row is started, an answered message's is sent or ended. One conversation a delivery.
update delivery d set conversation_id = n.conversation, connected_at = coalesce(d.connected_at, n.at), modified_at = n.at, version = d.version + 1
from unnest(@delivery, @conversation, @at) as n (delivery, conversation, at)
where d.id = n.delivery and d.state + 0 >= 2 and d.conversation_id is null
returning d.id
