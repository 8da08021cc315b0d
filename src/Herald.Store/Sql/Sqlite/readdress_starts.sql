update delivery set to_address = @number where id = @id and state = 1 and to_address <> @number
