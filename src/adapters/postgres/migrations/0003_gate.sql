-- The fleet's pace, its record, robots.txt, and who is at work. All times are this server's.
--
-- A host is asked by one request at a time. `arrived_at` is the latest moment at which its last request can have
-- reached it, so the next one may start `gap_ms` after that.

create table hosts (
  host text primary key,
  address text,
  token uuid,
  worker text,
  reserved_at timestamptz,
  renewed_at timestamptz,
  leased_until timestamptz,
  arrived_at timestamptz,
  gap_ms double precision not null default 0,
  paused_until timestamptz,
  failures integer not null default 0,
  response_ms double precision
);
create unique index hosts_token on hosts (token) where token is not null;
create index hosts_in_flight on hosts (address) where token is not null;

create table addresses (
  address text primary key,
  started_at timestamptz
);

-- One row a request, written when it has ended (`status` null: it failed) or when its holder was found dead.
create table requests (
  id bigint generated always as identity primary key,
  host text not null,
  address text,
  reserved_at timestamptz not null,
  started_at timestamptz not null,
  arrived_at timestamptz not null,
  ended_at timestamptz not null,
  gap_ms double precision not null,
  status integer,
  lost boolean not null default false,
  worker text not null
);
create index requests_host on requests (host, reserved_at);
create index requests_ended on requests (ended_at);

create table robots (
  origin text primary key,
  kind text not null,
  body text not null,
  reason text not null,
  etag text,
  last_modified text,
  fetched_at timestamptz not null,
  expires_at timestamptz not null
);

create table workers (
  id text primary key,
  role text not null,
  machine text not null,
  pid integer not null,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  in_hand jsonb not null default '{}'
);

-- Asks for the slot of `at_host`. Granted: `token` is set. Otherwise `wait_ms` says when to ask again, `reason` why.
-- clock_timestamp(), not now(): the call may have waited for the row, and the pace counts from after that.
create function gate_reserve(at_host text, at_address text, least_gap_ms double precision, by_worker text, lease interval)
returns table (token uuid, failures integer, response_ms double precision, wait_ms double precision, reason text)
language plpgsql as $$
#variable_conflict use_column
declare
  h hosts;
  moment timestamptz;
  gap interval;
  opens timestamptz;
  last_sent timestamptz;
  why text;
  in_flight integer;
  last_start timestamptz;
begin
  insert into hosts (host) values (at_host) on conflict do nothing;
  select * into h from hosts where host = at_host for update;
  moment := clock_timestamp();
  gap := greatest(h.gap_ms, least_gap_ms) * interval '1 millisecond';
  if h.token is not null then
    if h.leased_until > moment then
      return query select null::uuid, h.failures, h.response_ms, wait_between(moment, least(h.leased_until,
        greatest(moment, h.reserved_at + coalesce(h.response_ms, 0) * interval '1 millisecond') + gap)),
        'another request to the host is under way';
      return;
    end if;
    -- The holder died. It renewed the lease after less than a third of it while it lived, so its request had left before
    -- two fifths of the last lease were over.
    last_sent := h.renewed_at + (h.leased_until - h.renewed_at) * 0.4;
    opens := greatest(h.leased_until, last_sent + gap);
    why := 'the last request to the host was never ended';
  else
    opens := h.arrived_at + gap;
    why := 'the pace of the host';
  end if;
  if h.paused_until > coalesce(opens, '-infinity') then
    opens := h.paused_until;
    why := 'the host asked for a pause, or is down';
  end if;
  if opens > moment then
    return query select null::uuid, h.failures, h.response_ms, wait_between(moment, opens), why;
    return;
  end if;
  if at_address is not null then
    insert into addresses (address) values (at_address) on conflict do nothing;
    select started_at into last_start from addresses where address = at_address for update;
    moment := clock_timestamp();
    select count(*) into in_flight from hosts o
      where o.address = at_address and o.token is not null and o.leased_until > moment and o.host <> at_host;
    opens := greatest(last_start + least_gap_ms / 4 * interval '1 millisecond',
      case when in_flight >= 4 then moment + least_gap_ms / 4 * interval '1 millisecond' + interval '50 milliseconds' end);
    if opens > moment then
      return query select null::uuid, h.failures, h.response_ms, wait_between(moment, opens), 'the pace of the address';
      return;
    end if;
    update addresses set started_at = moment where address = at_address;
  end if;
  if h.token is not null then
    insert into requests (host, address, reserved_at, started_at, arrived_at, ended_at, gap_ms, lost, worker)
      values (h.host, h.address, h.reserved_at, h.reserved_at, last_sent, h.leased_until,
        h.gap_ms, true, h.worker);
  end if;
  update hosts set token = gen_random_uuid(), worker = by_worker, address = at_address, reserved_at = moment,
    renewed_at = moment, leased_until = moment + lease, gap_ms = least_gap_ms
    where host = at_host returning * into h;
  return query select h.token, h.failures, h.response_ms, 0::double precision, null::text;
end $$;

create function wait_between(moment timestamptz, opens timestamptz) returns double precision language sql immutable as $$
  select greatest(1, extract(epoch from opens - moment) * 1000)::double precision
$$;

-- Lengthens the lease; false when the slot was lost.
create function gate_renew(held uuid, lease interval) returns boolean language plpgsql as $$
#variable_conflict use_column
begin
  update hosts set renewed_at = clock_timestamp(), leased_until = clock_timestamp() + lease
    where token = held and leased_until > clock_timestamp();
  return found;
end $$;

-- Ends a request: the next slot opens `new_gap_ms` after the latest moment it can have reached the host, which lies
-- `since_ms` back. A holder that lost its slot changes nothing but the record.
create function gate_release(held uuid, since_ms double precision, took_ms double precision, got_status integer,
  new_gap_ms double precision, pause_ms double precision, has_failed boolean) returns boolean language plpgsql as $$
#variable_conflict use_column
declare
  h hosts;
  moment timestamptz;
  arrived timestamptz;
begin
  select * into h from hosts where token = held for update;
  if not found then
    return false;
  end if;
  moment := clock_timestamp();
  arrived := moment - since_ms * interval '1 millisecond';
  update hosts set token = null, leased_until = null,
    arrived_at = greatest(arrived_at, arrived),
    gap_ms = new_gap_ms,
    paused_until = greatest(paused_until, case when pause_ms > 0 then moment + pause_ms * interval '1 millisecond' end),
    failures = case when has_failed then h.failures + 1 else 0 end,
    -- slowing down is believed at once, getting faster only by half each time
    response_ms = case when took_ms is null then response_ms
      else greatest(took_ms, (coalesce(response_ms, took_ms) + took_ms) / 2) end
    where host = h.host;
  insert into requests (host, address, reserved_at, started_at, arrived_at, ended_at, gap_ms, status, worker)
    values (h.host, h.address, h.reserved_at,
      greatest(h.reserved_at, arrived - coalesce(took_ms, 0) * interval '1 millisecond'),
      greatest(h.reserved_at, arrived), moment, new_gap_ms, got_status, h.worker);
  return true;
end $$;
