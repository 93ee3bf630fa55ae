-- a request ends too when an organiser is back at the end of its time, and nobody needs to take the group over
alter table takeover drop constraint takeover_outcome_check,
    add constraint takeover_outcome_check check (outcome in ('DONE', 'OBJECTED', 'WITHDRAWN', 'LEFT', 'RUN'));
