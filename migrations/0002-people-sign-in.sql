-- Sign-in is older than any workspace, so these tables stand outside the wall and no room reads them through the general API.
-- Their columns are those of better-auth 1.7 (core, passkey); session remembers which workspace is open.
create table sign_in_user (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create table sign_in_session (
  id text primary key,
  user_id text not null references sign_in_user (id) on delete cascade,
  token text not null unique,               -- the SHA-256 of what the cookie holds
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  workspace_id uuid,
  member_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sign_in_session_user on sign_in_session (user_id);
create index sign_in_session_end on sign_in_session (expires_at);
create table sign_in_account (
  id text primary key,
  user_id text not null references sign_in_user (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sign_in_account_user on sign_in_account (user_id);
create table sign_in_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sign_in_verification_identifier on sign_in_verification (identifier);
create index sign_in_verification_end on sign_in_verification (expires_at);
create table sign_in_passkey (
  id text primary key,
  name text,
  public_key text not null,
  user_id text not null references sign_in_user (id) on delete cascade,
  credential_id text not null,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index sign_in_passkey_user on sign_in_passkey (user_id);
create unique index sign_in_passkey_credential on sign_in_passkey (credential_id);

-- Which workspaces a user may open; written with the member it points to. A new session opens the one last opened.
create table sign_in_seat (
  user_id text not null references sign_in_user (id) on delete cascade,
  workspace_id uuid not null,
  member_id uuid not null,
  workspace_name text not null,
  opened_at timestamptz not null,
  primary key (user_id, workspace_id)
);
create index sign_in_seat_workspace on sign_in_seat (workspace_id);

-- What cookies are signed with, unless ASKWELL_SECRET says: one row, made by the server that starts first, shared by all.
create table sign_in_secret (
  one boolean primary key default true check (one),
  secret text not null,
  made_at timestamptz not null
);

grant select, insert on sign_in_secret to askwell_server;
grant select, insert, update, delete
  on sign_in_user, sign_in_session, sign_in_account, sign_in_verification, sign_in_passkey, sign_in_seat
  to askwell_server;
