delete from repeatable_request where key in (select key from repeatable_request where created_at <= @day limit @max);
delete from message_id where (profile_id, message_id) in (select profile_id, message_id from message_id where created_at <= @week and not pending limit @max);
delete from kept_receipt where (profile_id, message_id) in (select profile_id, message_id from kept_receipt where received_at <= @week limit @max)
