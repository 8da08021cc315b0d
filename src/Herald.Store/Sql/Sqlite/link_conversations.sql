-- A call's row is started, an answered message's is sent or ended. One conversation a delivery.
update delivery set conversation_id = @conversation, connected_at = coalesce(connected_at, @at), modified_at = @at, version = version + 1
where id = @delivery and state >= 2 and conversation_id is null
returning id
