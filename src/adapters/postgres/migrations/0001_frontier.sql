-- What is known and due: sources, their listings, the links found on them, and every decision taken.
--
-- `due_at` says when a row is wanted (null: not by itself), `leased_until` that somebody has it in hand. Both together
-- are one expression, coalesce(leased_until, due_at): the moment from which the row may be handed out (again).

create extension if not exists pg_trgm;

create table sources (
  id text primary key,
  name text not null,
  region text not null,
  kind text not null,
  schedule text not null,
  urls text[] not null,
  enabled boolean not null
);

create table listings (
  id bigint generated always as identity primary key,
  source_id text not null references sources,
  url text not null,
  enabled boolean not null default true,
  slot text not null default '',
  due_at timestamptz,
  leased_until timestamptz,
  visits integer not null default 0,
  last_visit timestamptz,
  last_outcome text,
  last_reason text,
  etag text,
  last_modified text,
  links_hash text,
  via text,
  memory jsonb
);
-- URLs may be longer than an index entry can be, so uniqueness goes by their digest.
create unique index listings_place on listings (source_id, md5(url));
create index listings_ready on listings ((coalesce(leased_until, due_at))) where enabled and due_at is not null;
create index listings_url on listings (md5(url));
create index listings_visited on listings (last_visit);

create table visits (
  id bigint generated always as identity primary key,
  listing_id bigint not null references listings,
  at timestamptz not null default now(),
  slot text not null,
  outcome text not null,
  reason text not null,
  links integer not null,
  fresh integer not null,
  changed integer not null
);
create index visits_of on visits (listing_id, id);
create index visits_at on visits (at);

create table links (
  id uuid generated always as (md5(key)::uuid) stored primary key,
  key text not null,
  url text not null,
  host text not null,
  source_id text not null,
  listing_id bigint not null references listings,
  title text,
  published text,
  found_at timestamptz not null default now(),
  -- 0: new on a listing known before, 1: to be read again, 2: stock found at a listing's first visit
  rank smallint not null,
  turn integer not null default 1,
  due_at timestamptz,
  leased_until timestamptz,
  -- false once a turn has ended; what is due then is a revisit
  open boolean not null default true,
  tries integer not null default 0,
  outcome text,
  reason text,
  last_visit timestamptz,
  etag text,
  last_modified text,
  first_read timestamptz,
  reads integer not null default 0,
  article_id bigint
);
create index links_lanes on links (rank, source_id, host, (coalesce(leased_until, due_at))) where due_at is not null;
create index links_ready on links ((coalesce(leased_until, due_at))) where due_at is not null;
create index links_in_hand on links (host) where leased_until is not null;
create index links_open on links (due_at) where open;
create index links_found on links (found_at);
create index links_visited on links (last_visit);
create index links_article on links (article_id);

create table decisions (
  id bigint generated always as identity primary key,
  key text not null,
  at timestamptz not null default clock_timestamp(),
  step text not null,
  decision text not null,
  reason text not null
);
create index decisions_key on decisions (md5(key), id);

-- Where the last claim stopped, for each rank: the next one goes on with the lane after it.
create table lane_turns (
  rank smallint primary key,
  source_id text not null default '',
  host text not null default '',
  -- set by a long search that found too little: the next one would find no more
  rests_until timestamptz
);
insert into lane_turns (rank) values (0), (1), (2);

-- Hands out up to `want` links that are due: new ones before revisits before stock; one a lane (source and host) in
-- turn, so that a source with 50,000 links waits like any other; at most `per_host` in hand a host. Lanes are found by
-- skipping through an index; a call looks at no more than 500 of each rank, and the next one goes on from there.
create function claim_pages(want integer, per_host integer, lease interval) returns setof links
language plpgsql as $$
#variable_conflict use_column
declare
  looked integer;
  looked_in_all integer := 0;
  given integer := 0;
  cursor_source text;
  cursor_host text;
  start_source text;
  start_host text;
  lane record;
  resting boolean;
  wrapped boolean;
  lanes text[][];
  fruitful text[][];
  one links;
begin
  for place in 0..2 loop
    select t.source_id, t.host, t.rests_until > clock_timestamp() into cursor_source, cursor_host, resting
      from lane_turns t where t.rank = place for update;
    continue when resting;
    looked := 0;
    start_source := cursor_source;
    start_host := cursor_host;
    wrapped := false;
    fruitful := '{}';
    -- the first round: every lane once, from where the last call stopped
    while given < want and looked < 500 loop
      select l.source_id, l.host into lane from links l
        where l.rank = place and l.due_at is not null and (l.source_id, l.host) > (cursor_source, cursor_host)
        order by l.source_id, l.host limit 1;
      if not found then
        exit when wrapped;
        wrapped := true;
        cursor_source := '';
        cursor_host := '';
        continue;
      end if;
      exit when wrapped and (lane.source_id, lane.host) > (start_source, start_host);
      cursor_source := lane.source_id;
      cursor_host := lane.host;
      looked := looked + 1;
      one := claim_in_lane(place, lane.source_id, lane.host, per_host, lease);
      if one.key is not null then
        given := given + 1;
        fruitful := fruitful || array[array[lane.source_id, lane.host]];
        return next one;
      end if;
    end loop;
    update lane_turns t set source_id = cursor_source, host = cursor_host where t.rank = place;
    -- further rounds: only lanes that gave one in the round before
    while given < want and looked < 500 and array_length(fruitful, 1) > 0 loop
      lanes := fruitful;
      fruitful := '{}';
      for i in 1..array_length(lanes, 1) loop
        exit when given >= want;
        looked := looked + 1;
        one := claim_in_lane(place, lanes[i][1], lanes[i][2], per_host, lease);
        if one.key is not null then
          given := given + 1;
          fruitful := fruitful || array[array[lanes[i][1], lanes[i][2]]];
          return next one;
        end if;
      end loop;
    end loop;
    looked_in_all := looked_in_all + looked;
    exit when given >= want;
  end loop;
  if given < want and looked_in_all >= 500 then
    update lane_turns set rests_until = clock_timestamp() + interval '100 milliseconds';
  end if;
end $$;

-- Leases the link of a lane that has waited longest; all null when none is due, the host has enough in hand, or the
-- source is not read any more.
create function claim_in_lane(place integer, from_source text, at_host text, per_host integer, lease interval)
returns links language plpgsql as $$
#variable_conflict use_column
declare
  one links;
begin
  if not exists (select from sources s where s.id = from_source and s.enabled)
    or (select count(*) from links l where l.host = at_host and l.leased_until > now()) >= per_host then
    return null;
  end if;
  update links set leased_until = now() + lease where id = (
    select l.id from links l
    where l.rank = place and l.source_id = from_source and l.host = at_host
      and l.due_at is not null and coalesce(l.leased_until, l.due_at) <= now()
    order by coalesce(l.leased_until, l.due_at) limit 1 for update skip locked
  ) returning * into one;
  return one;
end $$;
