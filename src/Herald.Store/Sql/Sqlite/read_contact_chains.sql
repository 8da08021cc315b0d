-- Ours first; every other process is dead, the file lock being ours.
select chain, contacts_done from log_chain c
where exists (select 1 from task where intake_no > max(c.contacts_done, c.chain << 40) and intake_no < (c.chain + 1) << 40)
order by chain <> @chain, chain
