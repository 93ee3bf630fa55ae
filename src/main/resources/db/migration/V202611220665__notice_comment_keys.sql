-- what people were told of a comment is found when it is edited or deleted
create index notice_key on notice (key);
create index notice_question on notice (split_part(key, ':', 2)) where key like 'answer:%';
create index notice_answer on notice (split_part(key, ':', 3)) where key like 'answer:%';
