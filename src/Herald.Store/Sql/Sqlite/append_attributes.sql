insert into delivery_attribute (id, delivery_id, keyword, value, type, created_at) values (@id, @delivery, @keyword, @value, @type, @at)
