-- The file lock says who lives.
select 1 where @chain is null
