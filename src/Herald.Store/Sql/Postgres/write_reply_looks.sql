-- Null: nobody replied in time.
update delivery d set reply_due_at = n.due,
    reason_code = case when n.due is null and (d.reason_code is null or d.reason_code = 'accepted') then 'no_reply' else d.reason_code end,
    reason = case when n.due is null and (d.reason_code is null or d.reason_code = 'accepted') then n.reason else d.reason end,
    modified_at = @now, version = d.version + 1
from unnest(@delivery, @due, @reason) as n (delivery, due, reason)
where d.id = n.delivery and d.reply_due_at is not null and d.conversation_id is null
