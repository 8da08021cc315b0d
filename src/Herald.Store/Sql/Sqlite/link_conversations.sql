-- A call's row is started, an answered message's is sent or ended. One conversation a delivery; a reply in time that was read late takes "no reply" back.
update delivery set conversation_id = @conversation, connected_at = coalesce(connected_at, @at), reply_due_at = null,
    reason_code = nullif(reason_code, 'no_reply'), reason = case when reason_code = 'no_reply' then null else reason end, modified_at = @at, version = version + 1
where id = @delivery and state >= 2 and conversation_id is null
returning id
