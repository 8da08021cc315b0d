-- The file lock is ours: every other process is dead.
select batch_id, closed from held_batch where chain <> @chain
