-- The column is one of a fixed list, never a caller's text.
select {column}, id from contact where {column} = @value and state = 0 order by created_at
