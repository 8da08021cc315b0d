-- Claimed ones belong to a process that died while it sent them.
delete from owed_answer where owed_until <= @now returning id
