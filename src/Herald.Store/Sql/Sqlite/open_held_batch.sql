insert into held_batch (batch_id, chain, closed) values (@batch, @chain, 0) on conflict (batch_id) do nothing
