select body_hash, answer from repeatable_request where key = @key and created_at > @since
