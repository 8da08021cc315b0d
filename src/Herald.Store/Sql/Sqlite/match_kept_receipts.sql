update message_id as m set result = k.result, received_at = k.received_at, diagnostics = k.diagnostics, pending = 1
from kept_receipt k
where k.profile_id = @profile and k.message_id = @message and m.profile_id = @profile and m.message_id = @message and m.delivery_id = @delivery;
update delivery set receipts_left = receipts_left - 1
where id = @delivery and exists (select 1 from kept_receipt where profile_id = @profile and message_id = @message);
delete from kept_receipt where profile_id = @profile and message_id = @message
