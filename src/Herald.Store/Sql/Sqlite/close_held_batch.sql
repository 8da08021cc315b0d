update held_batch set closed = 1 where batch_id = @batch
