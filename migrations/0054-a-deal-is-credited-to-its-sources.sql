-- By which rule a won deal is credited to the sources of its chain. Nothing is overwritten: a change is a next version, and holds for deals
-- that are won from then on. Without any the first one holds, which is the house's: app/results/credit-rule.ts.
create table credit_rule (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  number       smallint not null check (number between 2 and 999),
  kind         text not null check (kind in ('first', 'last', 'split')),
  part         integer,                     -- of a split: what each has of what the next one has
  of_parts     integer,
  reason       text not null,
  day          date not null,
  by_id        uuid not null,
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check ((kind = 'split') = (part is not null) and (part is null) = (of_parts is null)),
  check (part >= 0 and of_parts >= 1 and part <= of_parts)
);
create unique index credit_rule_number on credit_rule (workspace_id, number);

-- Somebody says that a deal is not credited to whom it should be.
create table credit_dispute (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  deal_id       uuid not null,
  reason        text not null,
  proposes      text,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  decision_id   uuid,                       -- what was decided, while it stands; null: it is open
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, deal_id) references deal (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id)
);
create unique index credit_dispute_open on credit_dispute (workspace_id, deal_id) where decision_id is null and taken_back_at is null;
create index credit_dispute_of_deal on credit_dispute (workspace_id, deal_id, id) where taken_back_at is null;
create index credit_dispute_waiting on credit_dispute (workspace_id, id) where decision_id is null and taken_back_at is null;

-- What whoever leads the rep said to it: it stands, or is credited by another shape of the rule, or by shares said one by one.
create table credit_decision (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  dispute_id    uuid not null,
  verdict       text not null check (verdict in ('stands', 'shape', 'shares')),
  kind          text check (kind in ('first', 'last', 'split')),
  part          integer,
  of_parts      integer,
  reason        text not null,
  day           date not null,
  by_id         uuid not null,
  at            timestamptz not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, dispute_id) references credit_dispute (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check ((verdict = 'shape') = (kind is not null))
);
create index credit_decision_of_dispute on credit_decision (workspace_id, dispute_id, id);

-- What each source of a deal's chain is credited with. A line is never changed: what no longer holds is taken back by its mirror image, so that
-- plain sums are right.
create table credit (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  deal_id      uuid not null,
  line_id      uuid not null,               -- the line of the journal by which the deal counts as closed through a referral
  round        smallint not null,           -- 0: when it was won; each decision, and each that is taken back, is one more
  place        smallint not null,           -- 0: with whom the chain begins
  source_id    uuid not null,
  count        smallint not null check (count in (1, -1)),
  minor        bigint not null,             -- 0 for a deal without an amount
  begun_minor  bigint not null,             -- the whole deal, for whom it began with; else 0
  currency     text,                        -- the deal's; null: it has no amount
  member_id    uuid not null,               -- for whom the deal counts, and in which team, as that line says
  team_id      uuid,
  day          date not null,               -- on which it was won
  rule_number  smallint,                    -- null: by a decision
  decision_id  uuid,
  undoes       uuid,
  why          text not null check (why in ('won', 'taken-back', 'decided', 'decision-taken-back')),
  by_id        uuid,                        -- null: the system
  at           timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, deal_id) references deal (workspace_id, id),
  foreign key (workspace_id, line_id) references journal (workspace_id, id),
  foreign key (workspace_id, source_id) references person (workspace_id, id),
  foreign key (workspace_id, decision_id) references credit_decision (workspace_id, id),
  check ((undoes is null) = (count = 1)),
  check (currency is not null or (minor = 0 and begun_minor = 0))
);
create unique index credit_once on credit (workspace_id, line_id, round, place) where undoes is null;
create unique index credit_undone_once on credit (workspace_id, undoes) where undoes is not null;
create index credit_of_deal on credit (workspace_id, deal_id, id);
create index credit_of_source on credit (workspace_id, source_id, day desc, deal_id desc);
-- All that the ranking adds up, so that it reads no row of the table.
create index credit_won_on on credit (workspace_id, day)
  include (source_id, place, count, minor, begun_minor, currency, member_id, team_id);

-- Until when everything that was won is credited; what came later is worked out when it is asked for.
create table credit_booked (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  through_at   timestamptz not null,
  primary key (workspace_id)
);

call wall('credit_rule');
call wall('credit_dispute');
call wall('credit_decision');
call wall('credit', 'select, insert');
call wall('credit_booked');
