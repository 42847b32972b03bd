-- What was read and what it says: articles, their pages' bytes, reports, agreements, and what is owed to subscribers.
--
-- What is printed or sent on is json and not jsonb, which would put its keys into another order.

create table articles (
  id bigint generated always as identity primary key,
  key text not null,
  url text not null,
  source_id text,
  title text,
  published text,
  published_precision text,
  publisher text,
  author text,
  language text,
  body text,
  provenance json not null,
  exact text not null,
  near text not null,
  verdict text not null,
  report json not null,
  duplicate_of bigint references articles,
  first_seen timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  words tsvector not null
);
create unique index articles_key on articles (md5(key));
create index articles_url on articles (md5(url));
create index articles_copies on articles (duplicate_of) where duplicate_of is not null;
create index articles_source on articles (source_id);
create index articles_seen on articles (first_seen);
create index articles_words on articles using gin (words);
create index articles_title on articles using gin (title gin_trgm_ops);

create table article_bands (
  band text not null,
  article_id bigint not null references articles on delete cascade,
  primary key (band, article_id)
);
create index article_bands_of on article_bands (article_id);

create table report_blocks (
  block text not null,
  article_id bigint not null references articles on delete cascade,
  primary key (block, article_id)
);
create index report_blocks_of on report_blocks (article_id);

-- Bytes as fetched, compressed. `kept_as` decides how long (ledger: for ever, article, refused).
create table pages (
  id uuid generated always as (md5(key)::uuid) stored primary key,
  key text not null,
  requested_url text not null,
  url text not null,
  status integer not null,
  headers jsonb not null,
  content_type text,
  hops jsonb not null,
  via text not null,
  fetched_at timestamptz not null,
  kept_as text not null,
  stored_at timestamptz not null default now(),
  bytes bytea not null
);
create index pages_kept on pages (kept_as, stored_at);

create table agreements (
  key text primary key,
  facts json not null,
  lead text not null,
  voices integer not null,
  regions text[] not null,
  companies text[] not null,
  topics text[] not null,
  opened_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create index agreements_opened on agreements (opened_at);

-- Every key ever minted, and the agreement it leads to now: a key is never used again, so rows stay.
create table agreement_keys (
  key text primary key,
  minted bigint generated always as identity,
  agreement text references agreements on delete set null
);
create index agreement_keys_of on agreement_keys (agreement);

create table agreement_members (
  agreement text not null references agreements on delete cascade,
  place integer not null,
  report text not null,
  item integer not null,
  primary key (agreement, place)
);
create index agreement_members_report on agreement_members (md5(report));

create table rulings (
  id bigint generated always as identity primary key,
  kind text not null,
  a_report text not null,
  a_item integer not null,
  b_report text not null,
  b_item integer not null,
  at timestamptz not null default now()
);
create unique index rulings_pair on rulings (md5(a_report), a_item, md5(b_report), b_item);
create index rulings_b on rulings (md5(b_report));

create table outbox (
  id bigint generated always as identity primary key,
  agreement text not null,
  change text not null,
  subscriber text not null,
  payload json not null,
  state text not null default 'owed',
  tries integer not null default 0,
  due_at timestamptz default now(),
  leased_until timestamptz,
  reason text,
  told_at timestamptz,
  at timestamptz not null default now(),
  unique (agreement, change, subscriber)
);
create index outbox_ready on outbox ((coalesce(leased_until, due_at))) where state = 'owed';
