-- SQLite answers a commit in the same call: never asked.
select 0
