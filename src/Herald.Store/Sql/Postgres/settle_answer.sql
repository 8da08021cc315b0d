delete from owed_answer where id = @id
