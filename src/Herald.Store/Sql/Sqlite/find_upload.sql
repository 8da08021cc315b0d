select 1 from delivery_batch where id = @id union all select 1 from consent_upload where id = @id
