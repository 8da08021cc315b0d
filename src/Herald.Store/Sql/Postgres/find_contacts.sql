-- The column is one of a fixed list, never a caller's text.
select {column}, id from contact where lower({column}) = any(@value) and state = 0 order by created_at
