update contact set {column} = @value where id = @id
