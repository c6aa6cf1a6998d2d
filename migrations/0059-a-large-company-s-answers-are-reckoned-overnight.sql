-- What takes seconds to reckon of a company with years of facts, reckoned in the night; it names nobody, and says when it was reckoned.

create table overnight_answer (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  question     text not null,
  asked        text not null,               -- its weeks and whatever else was asked, as the question writes them
  at           timestamptz not null,
  answer       jsonb not null,
  primary key (workspace_id, question, asked)
);
call wall('overnight_answer');
