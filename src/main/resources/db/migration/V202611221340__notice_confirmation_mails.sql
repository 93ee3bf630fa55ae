-- One class writes now what two wrote: what they had been told and not finished is finished by it.
update event_publication
set listener_id = regexp_replace(listener_id, 'notice\.(Suggestion|Comment)Mails\.', 'notice.ConfirmationMails.')
where listener_id ~ 'notice\.(Suggestion|Comment)Mails\.';
