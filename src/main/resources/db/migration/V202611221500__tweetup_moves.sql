-- a venue that is proposed for an invitation takes along why, for those who had been invited to another
alter table proposal add column reason text not null default '' check (length(reason) <= 500);

-- those that went to a venue after it had turned out to be another: by an option of a poll, or by a proposal, that was older
update tweetup t set venue_id = v.merged_into from venue v where v.id = t.venue_id and v.merged_into is not null;
