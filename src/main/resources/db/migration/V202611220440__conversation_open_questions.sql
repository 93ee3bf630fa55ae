-- the ledger's "your open questions"
create index comment_open_of on comment (author_id, thread_id) where question and answer_id is null and deleted_at is null;
