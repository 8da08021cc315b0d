-- The newest answered calls of an engagement: counted when an agent has failed.
create index delivery_answered on delivery (engagement_id, result_at) where channel = 0 and connected_at is not null and result_at is not null;
