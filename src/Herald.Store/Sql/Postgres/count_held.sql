select count(*) from (select 1 from held_delivery where batch_id = @batch limit @max) as held
