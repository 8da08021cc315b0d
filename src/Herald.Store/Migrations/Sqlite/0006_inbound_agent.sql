-- Which agent takes the calls to the numbers of a profile.
alter table "outbound_profile" add column "inbound_agent" text collate nocase;
