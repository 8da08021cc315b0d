-- The rows of a bulk request share one moment: with the key behind it in the index a page of them is read, not sorted.
drop index delivery_by_engagement;
drop index delivery_by_created;
create index delivery_by_engagement on delivery (engagement_id, created_at, id);
create index delivery_by_created on delivery (created_at, id);
