-- A call's row is started, an answered message's is sent or ended. One conversation a delivery; a reply in time that was read late takes "no reply" back.
update delivery d set conversation_id = n.conversation, connected_at = coalesce(d.connected_at, n.at), reply_due_at = null,
    reason_code = nullif(d.reason_code, 'no_reply'), reason = case when d.reason_code = 'no_reply' then null else d.reason end, modified_at = n.at, version = d.version + 1
from unnest(@delivery, @conversation, @at) as n (delivery, conversation, at)
where d.id = n.delivery and d.state + 0 >= 2 and d.conversation_id is null
returning d.id
