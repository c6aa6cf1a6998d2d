-- The words a team asks with, by moment and part of the talk, and in which talks they were used. Placeholders such as {name}
-- are filled on the screen: app/asks/wording.ts. What every workspace begins with is data in app/asks/wordings.

create table wording (
  workspace_id  uuid not null references workspace (workspace_id) on delete cascade,
  id            uuid not null,
  moment        text not null check (moment in ('discovery', 'proposal', 'delivered', 'account-review', 'lost-deal', 'anytime')),
  part          text not null,                -- app/asks/talk-part.ts
  language      text not null,
  text          text not null,
  team_id       uuid,                         -- whose: a team's, a member's own, or with neither the workspace's
  member_id     uuid,
  by_id         uuid not null,
  day           date not null,
  at            timestamptz not null,
  retired_on    date,                         -- offered no more; it may be brought back
  retired_by    uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, team_id) references team (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id),
  foreign key (workspace_id, by_id) references member (workspace_id, id),
  check (num_nonnulls(team_id, member_id) <= 1),
  check ((retired_on is null) = (retired_by is null))
);
create index wording_of on wording (workspace_id, language, moment) where taken_back_at is null;

-- Said in a conversation: one of the above, or one that everybody begins with, by its key. It stands as long as the conversation.
create table wording_use (
  workspace_id    uuid not null references workspace (workspace_id) on delete cascade,
  conversation_id uuid not null,
  id              uuid not null,
  wording_id      uuid,
  seed            text,
  primary key (workspace_id, conversation_id, id),
  foreign key (workspace_id, conversation_id) references ask_conversation (workspace_id, id) on delete cascade,
  foreign key (workspace_id, wording_id) references wording (workspace_id, id),
  check (num_nonnulls(wording_id, seed) = 1)
);
create unique index wording_use_once on wording_use (workspace_id, conversation_id, wording_id) where wording_id is not null;
create unique index wording_use_once_seed on wording_use (workspace_id, conversation_id, seed) where seed is not null;
create index wording_use_of on wording_use (workspace_id, wording_id) where wording_id is not null;
create index wording_use_of_seed on wording_use (workspace_id, seed) where seed is not null;

call wall('wording');
call wall('wording_use');
