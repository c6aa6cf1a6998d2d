-- Report cards, their answers and what they started. What somebody wrote goes with them; that somebody answered, and which number,
-- stays without a name.

-- One version of a questionnaire; it never changes. The last of an occasion and language is what a new card asks.
create table report_template (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  occasion     text not null check (occasion in ('delivered', 'half-yearly')),
  language     text not null check (language in ('en', 'de')),
  title        text not null,
  questions    jsonb not null,              -- app/reviews/questionnaire.ts
  at           timestamptz not null,
  by_id        uuid,                        -- null: as it ships
  primary key (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create index report_template_last on report_template (workspace_id, occasion, language, id desc);

-- One card to one contact, behind one link.
create table report_card (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  person_id    uuid,                        -- null: they were erased
  account_id   uuid,                        -- where they worked then
  member_id    uuid not null,               -- who sends it
  template_id  uuid not null,
  occasion     text not null check (occasion in ('delivered', 'half-yearly')),
  language     text not null check (language in ('en', 'de')),
  day          date not null,
  until_day    date not null,               -- the last day on which it opens unanswered
  at           timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  handed_in_at timestamptz,
  handed_in_on date,
  score        smallint check (score between 0 and 10), -- of the one question from 0 to 10, once handed in
  role         text,                        -- their part in buying, when it was handed in
  issue_id     uuid,                        -- raised because of it
  low_since    timestamptz,                 -- a low number waits to be looked at since then
  looked_at    timestamptz,                 -- somebody saw to what it says
  looked_by    uuid,
  talk_passed_at timestamptz,               -- the talk that a high number suggests was refused
  talk_passed_by uuid,
  talk_why     text,
  touch_id     uuid,                        -- that we heard from them, among the touches
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete set null (person_id),
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, template_id) references report_template (workspace_id, id),
  foreign key (workspace_id, issue_id) references serious_issue (workspace_id, id) on delete set null (issue_id),
  foreign key (workspace_id, touch_id) references touch (workspace_id, id) on delete set null (touch_id),
  foreign key (workspace_id, withdrawn_by) references member (workspace_id, id),
  foreign key (workspace_id, looked_by) references member (workspace_id, id),
  foreign key (workspace_id, talk_passed_by) references member (workspace_id, id),
  check (num_nonnulls(handed_in_at, handed_in_on, score) in (0, 3)),
  check (withdrawn_at is null or handed_in_at is null)
);
create index report_card_to on report_card (workspace_id, person_id, id desc);
create index report_card_at on report_card (workspace_id, account_id, id desc);
create index report_card_in on report_card (workspace_id, handed_in_on, id) where handed_in_at is not null;

-- What they said to each question, saved as they go.
create table report_answer (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  card_id       uuid not null,
  question_id   text not null,
  person_id     uuid not null,
  score         smallint check (score between 0 and 10),
  choice        text,
  words         text,
  at            timestamptz not null,
  right_word_id uuid,                       -- marked as the client's word that the right to ask was earned
  primary key (workspace_id, card_id, question_id),
  foreign key (workspace_id, card_id) references report_card (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, right_word_id) references right_word (workspace_id, id) on delete set null (right_word_id)
);
create index report_answer_of on report_answer (workspace_id, person_id);

-- No card to them until then; the last word stands.
create table report_pause (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  person_id     uuid not null,
  until_day     date not null,              -- the first day on which they come up again
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (until_day > day)
);
create index report_pause_of on report_pause (workspace_id, person_id, id desc) where taken_back_at is null;

-- The letter that brings a card by mail. It leaves at most once (docs/decisions/0069).
create table report_letter (
  workspace_id   uuid not null references workspace (workspace_id) on delete cascade,
  id             uuid not null,
  card_id        uuid not null,
  person_id      uuid not null,
  member_id      uuid not null,             -- who looked it over and sent it
  to_address     text not null,
  subject        text not null,
  text           text not null,
  message_id     text not null,             -- the same for a letter sent again because nobody knows whether it left
  asked_at       timestamptz not null,
  handed_at      timestamptz,               -- from here on it may have left
  accepted_at    timestamptz,               -- the mail server took it
  failed_at      timestamptz,               -- it has not left
  failure        text,
  doubted_at     timestamptz,               -- broken off between handed and accepted
  called_back_at timestamptz,               -- before it was handed over
  called_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, card_id) references report_card (workspace_id, id) on delete cascade,
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  check (handed_at is not null or num_nonnulls(accepted_at, doubted_at) = 0),
  check (num_nonnulls(accepted_at, failed_at, doubted_at, called_back_at) <= 1),
  check ((failure is not null) = (failed_at is not null))
);
create index report_letter_by on report_letter (workspace_id, member_id, asked_at);
create index report_letter_of on report_letter (workspace_id, card_id, id desc);
create unique index report_letter_under_way on report_letter (workspace_id, card_id)
  where accepted_at is null and failed_at is null and doubted_at is null and called_back_at is null;

call wall('report_template');
call wall('report_card');
call wall('report_answer');
call wall('report_pause');
call wall('report_letter');
