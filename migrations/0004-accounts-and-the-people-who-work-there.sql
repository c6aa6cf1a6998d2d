create table account (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  name         text not null,
  name_key     text collate "C" not null,   -- normalised by app/accounts/account-key.ts
  kind         text not null check (kind in ('client', 'former-client', 'prospect', 'partner', 'other')),
  named_since  date,                        -- on the pursuit list since
  named_by     uuid,
  client_since date,
  industry     text,
  website      text,
  domain       text,
  phone        text,
  city         text,
  country      text,
  note         text,
  holder_id    uuid,                        -- relationship holder
  search_text  text not null,
  merged_into  uuid,                        -- the account that stands for it, never one that is merged itself
  kept_id      uuid not null generated always as (coalesce(merged_into, id)) stored, -- to join by: COALESCE keeps row-level security from the index
  created_at   timestamptz not null,
  created_by   uuid,
  removed_at   timestamptz,                 -- taken back by the undo of an import or by hand
  removed_by   uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, holder_id) references member (workspace_id, id)
);
create index account_list on account (workspace_id, name_key, id) where merged_into is null and removed_at is null;
create index account_of_kind on account (workspace_id, kind, name_key, id) where merged_into is null and removed_at is null;
create index account_named on account (workspace_id, name_key, id) where merged_into is null and removed_at is null and named_since is not null;
create index account_held on account (workspace_id, holder_id, name_key, id) where merged_into is null and removed_at is null;
create index account_domain on account (workspace_id, domain) where domain is not null;
create index account_merged on account (workspace_id, merged_into) where merged_into is not null;
create index account_search on account using gin (workspace_id, search_text gin_trgm_ops);

create table person (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  full_name    text not null,
  given_name   text,
  family_name  text,
  sort_key     text collate "C" not null,   -- family name first; made by app/people/search-text.ts
  spoken_key   text collate "C" not null,   -- the same in spoken order
  title        text,                        -- of the current position
  account_id   uuid,                        -- of the current position
  emails       text[] not null default '{}',
  phones       text[] not null default '{}',
  linkedin_url text,
  city         text,
  country      text,
  note         text,
  holder_id    uuid,
  search_text  text not null,               -- " words of the name | words of title, company, e-mail "
  merged_into  uuid,                        -- the person who stands for them, never one who is merged themselves
  kept_id      uuid not null generated always as (coalesce(merged_into, id)) stored, -- to join by: COALESCE keeps row-level security from the index
  created_at   timestamptz not null,
  created_by   uuid,
  removed_at   timestamptz,
  removed_by   uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  foreign key (workspace_id, holder_id) references member (workspace_id, id)
);
create index person_list on person (workspace_id, sort_key, id) where merged_into is null and removed_at is null;
create index person_spoken on person (workspace_id, spoken_key, id) where merged_into is null and removed_at is null;
create index person_at_account on person (workspace_id, account_id, sort_key, id) where merged_into is null and removed_at is null;
create index person_held on person (workspace_id, holder_id, sort_key, id) where merged_into is null and removed_at is null;
create index person_merged on person (workspace_id, merged_into) where merged_into is not null;
create index person_search on person using gin (workspace_id, search_text gin_trgm_ops);

-- By what a duplicate is recognised: e:mail, p:hone, l:inkedin, n:ame at account; made by app/people/likeness.ts.
create table person_key (
  workspace_id uuid not null,
  key          text collate "C" not null,
  person_id    uuid not null,
  primary key (workspace_id, key, person_id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index person_key_of on person_key (workspace_id, person_id);

-- Where somebody worked, and since when as far as it is known. The one without an end is the current one.
create table position (
  workspace_id uuid not null,
  id           uuid not null,
  person_id    uuid not null,
  account_id   uuid not null,
  title        text,
  from_day     date,
  until_day    date,                        -- first day no longer there
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade,
  foreign key (workspace_id, account_id) references account (workspace_id, id),
  check (from_day < until_day)
);
create index position_of on position (workspace_id, person_id);
create unique index position_current on position (workspace_id, person_id) where until_day is null;
create index position_at on position (workspace_id, account_id);

-- Where what we know of somebody came from, and on what basis we keep it.
create table person_origin (
  workspace_id uuid not null,
  id           uuid not null,
  person_id    uuid not null,
  came_from    text not null,               -- 'typed', 'import', 'api', 'referral', 'demo'
  detail       text,                        -- file name, key name
  basis        text not null,
  import_id    uuid,
  at           timestamptz not null,
  by_id        uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references person (workspace_id, id) on delete cascade
);
create index person_origin_of on person_origin (workspace_id, person_id);

-- A merge moves nothing: facts go on pointing at the merged id, and merged_into says who stands for it. It remembers what
-- the kept one took over, so that it can be undone. See docs/decisions.
create table merge (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  id           uuid not null,
  kind         text not null check (kind in ('person', 'account')),
  kept_id      uuid not null,
  merged_id    uuid not null,
  took         jsonb not null,              -- what the kept one took over from the other
  at           timestamptz not null,
  by_id        uuid not null,
  undone_at    timestamptz,
  undone_by    uuid,
  primary key (workspace_id, id)
);
create unique index merge_standing on merge (workspace_id, merged_id) where undone_at is null;
create index merge_kept on merge (workspace_id, kept_id) where undone_at is null;
-- Pairs that somebody looked at and called two different ones.
create table told_apart (
  workspace_id uuid not null references workspace (workspace_id) on delete cascade,
  one_id       uuid not null,
  other_id     uuid not null,
  at           timestamptz not null,
  by_id        uuid not null,
  primary key (workspace_id, one_id, other_id),
  check (one_id < other_id)
);

-- What a member writes down about a person or an account for their own eyes.
create table private_note (
  workspace_id uuid not null,
  about_id     uuid not null,
  member_id    uuid not null,
  text         text not null,
  at           timestamptz not null,
  primary key (workspace_id, about_id, member_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade
);

call wall('account');
call wall('person');
call wall('person_key');
call wall('position');
call wall('person_origin');
call wall('merge');
call wall('told_apart');
call wall('private_note');

-- Typed search. Row-level security keeps trigram operators out of index conditions, so these belong to the owner and look to
-- the wall themselves: every query names current_workspace(). `words` are folded (lib/kernel/fold.ts), so they hold no
-- wildcard, the longest first; `swapped` are the first two with neighbouring letters changed over, as patterns. Rows come in
-- tiers, some in several: 1 a name begins with each word, 2 anything does, 3 each word is in it somewhere, 4 letters changed
-- over, 5 to 7 alike by 0.6, 0.5, 0.4. A tier is asked only when those before it found too little. Who was merged is found by
-- what they were called, and answers with the id that stands for them.

create function find_people(words text[], swapped text[], swapped_too text[], most integer, at_accounts uuid[], held_by uuid, of_kind text)
  returns table (id uuid, tier integer, likeness real, sort_key text)
  language plpgsql stable security definer
  set search_path = public, pg_temp
  set plan_cache_mode = force_custom_plan
  set enable_seqscan = off
  set enable_indexscan = off
  set jit = off
  set pg_trgm.word_similarity_threshold = 0.6
as $$
declare
  first_like text[];
  second_like text[];
  others_like text[];
  named_like text[] := array(select '% ' || word || '%|%' from unnest(words) as word);
  long_words text[] := array(select word from unnest(words) as word where length(word) > 2);
  short_like text[] := array(select '% ' || word || '%' from unnest(words) as word where length(word) <= 2);
  found_rows integer;
begin
  for step in 1..3 loop
    continue when step > 1 and length(words[1]) < 3;
    first_like := case step when 1 then array['% ' || words[1] || '%'] when 2 then array['%' || words[1] || '%'] else swapped end;
    second_like := case when words[2] is null then null
                        when step = 1 then array['% ' || words[2] || '%'] when step = 2 then array['%' || words[2] || '%'] else swapped_too end;
    others_like := array(select case step when 2 then '%' else '% ' end || word || '%' from unnest(words[3:]) as word);
    return query
      select p.kept_id,
             case when step = 1 and p.search_text like all (named_like) then 1 else step + 1 end,
             1::real, p.sort_key
        from person p
       where p.workspace_id = current_workspace() and p.removed_at is null
         and p.search_text like any (first_like)
         and (second_like is null or p.search_text like any (second_like))
         and p.search_text like all (others_like)
         and (at_accounts is null or p.account_id = any (at_accounts))
         and (held_by is null or p.holder_id = held_by)
         and (of_kind is null or coalesce(p.account_id in (
               select a.id from account a where a.workspace_id = current_workspace() and a.kind = of_kind and a.merged_into is null
               union all
               select m.id from account m join account a on a.workspace_id = m.workspace_id and a.id = m.merged_into
                where m.workspace_id = current_workspace() and m.merged_into is not null and a.kind = of_kind), false))
       limit most;
    get diagnostics found_rows = row_count;
    if found_rows >= most or (found_rows > 0 and step > 1) then return; end if;
  end loop;

  if length(words[1]) < 4 then return; end if;
  for step in 1..3 loop
    perform set_config('pg_trgm.word_similarity_threshold', (0.7 - 0.1 * step)::text, true);
    return query
      select p.kept_id, step + 4,
             (select avg(word_similarity(word, p.search_text))::real from unnest(long_words) as word),
             p.sort_key
        from person p
       where p.workspace_id = current_workspace() and p.removed_at is null
         and long_words[1] <% p.search_text
         and (long_words[2] is null or long_words[2] <% p.search_text)
         and (long_words[3] is null or long_words[3] <% p.search_text)
         and p.search_text like all (short_like)
         and (at_accounts is null or p.account_id = any (at_accounts))
         and (held_by is null or p.holder_id = held_by)
         and (of_kind is null or coalesce(p.account_id in (
               select a.id from account a where a.workspace_id = current_workspace() and a.kind = of_kind and a.merged_into is null
               union all
               select m.id from account m join account a on a.workspace_id = m.workspace_id and a.id = m.merged_into
                where m.workspace_id = current_workspace() and m.merged_into is not null and a.kind = of_kind), false))
       limit least(most, 200);
    get diagnostics found_rows = row_count;
    exit when found_rows > 0;
  end loop;
end $$;

create function find_accounts(words text[], swapped text[], swapped_too text[], most integer, of_kind text, held_by uuid, named boolean)
  returns table (id uuid, tier integer, likeness real, sort_key text)
  language plpgsql stable security definer
  set search_path = public, pg_temp
  set plan_cache_mode = force_custom_plan
  set enable_seqscan = off
  set enable_indexscan = off
  set jit = off
  set pg_trgm.word_similarity_threshold = 0.6
as $$
declare
  first_like text[];
  second_like text[];
  others_like text[];
  named_like text[] := array(select '% ' || word || '%|%' from unnest(words) as word);
  long_words text[] := array(select word from unnest(words) as word where length(word) > 2);
  short_like text[] := array(select '% ' || word || '%' from unnest(words) as word where length(word) <= 2);
  found_rows integer;
begin
  for step in 1..3 loop
    continue when step > 1 and length(words[1]) < 3;
    first_like := case step when 1 then array['% ' || words[1] || '%'] when 2 then array['%' || words[1] || '%'] else swapped end;
    second_like := case when words[2] is null then null
                        when step = 1 then array['% ' || words[2] || '%'] when step = 2 then array['%' || words[2] || '%'] else swapped_too end;
    others_like := array(select case step when 2 then '%' else '% ' end || word || '%' from unnest(words[3:]) as word);
    return query
      select a.kept_id,
             case when step = 1 and a.search_text like all (named_like) then 1 else step + 1 end,
             1::real, a.name_key
        from account a
       where a.workspace_id = current_workspace() and a.removed_at is null
         and a.search_text like any (first_like)
         and (second_like is null or a.search_text like any (second_like))
         and a.search_text like all (others_like)
         and (of_kind is null or a.kind = of_kind)
         and (held_by is null or a.holder_id = held_by)
         and (named is null or (a.named_since is not null) = named)
       limit most;
    get diagnostics found_rows = row_count;
    if found_rows >= most or (found_rows > 0 and step > 1) then return; end if;
  end loop;

  if length(words[1]) < 4 then return; end if;
  for step in 1..3 loop
    perform set_config('pg_trgm.word_similarity_threshold', (0.7 - 0.1 * step)::text, true);
    return query
      select a.kept_id, step + 4,
             (select avg(word_similarity(word, a.search_text))::real from unnest(long_words) as word),
             a.name_key
        from account a
       where a.workspace_id = current_workspace() and a.removed_at is null
         and long_words[1] <% a.search_text
         and (long_words[2] is null or long_words[2] <% a.search_text)
         and (long_words[3] is null or long_words[3] <% a.search_text)
         and a.search_text like all (short_like)
         and (of_kind is null or a.kind = of_kind)
         and (held_by is null or a.holder_id = held_by)
         and (named is null or (a.named_since is not null) = named)
       limit least(most, 200);
    get diagnostics found_rows = row_count;
    exit when found_rows > 0;
  end loop;
end $$;

revoke all on function find_people, find_accounts from public;
grant execute on function find_people, find_accounts to askwell_server;
