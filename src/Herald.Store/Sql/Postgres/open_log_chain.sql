with opened as (insert into log_chain (opened_at) values (@now) returning chain)
insert into writer_mark (chain) select chain from opened returning chain
