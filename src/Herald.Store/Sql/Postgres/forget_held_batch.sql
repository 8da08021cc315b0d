delete from held_batch where batch_id = @batch
