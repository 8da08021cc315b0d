insert into delivery_attribute (id, delivery_id, keyword, value, type, created_at)
select * from unnest(@id, @delivery, @keyword, @value, @type, @at)
