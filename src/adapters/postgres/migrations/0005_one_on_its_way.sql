-- A host has one page on its way to it for each slot, neither none nor two: a page in the hands of a worker that died does
-- not count for long, and one that came too early and comes again does.

-- How many pages of a host may be in hand. None while it will not be free within `ahead`: what is handed out sooner
-- would come, find it shut and go again. None while one is on its way to it, or two would come for one slot; what has
-- not come half a second after the host opened is lost, or ended without a request. A gap too short to plan by does not
-- count. A host whose pages are handed out one for a slot may have two more in hand than another: those that never came.
create or replace function host_room(at_host text, per_host integer, ahead interval) returns integer language plpgsql
stable as $$
#variable_conflict use_column
declare
  h hosts;
  moment constant timestamptz := clock_timestamp();
  planned boolean;
  opens timestamptz;
begin
  select * into h from hosts where host = at_host;
  planned := h.gap_ms >= 100;
  opens := case when planned then host_opens(h) else h.paused_until end;
  return case
    when opens > moment + ahead then 0
    when h.handed_at > h.reserved_at
      and greatest(opens, case when planned then h.handed_at end) > moment - interval '500 milliseconds' then 0
    when planned then per_host + 2
    else per_host end;
end $$;

-- Whoever was refused comes again when the host opens: nobody else is sent for that slot.
create function await_host(h hosts, moment timestamptz) returns void language sql as $$
  update hosts set handed_at = moment where host = h.host and (handed_at > reserved_at) is not true
$$;

-- As before, and who is refused is awaited.
create or replace function gate_reserve(at_host text, at_address text, least_gap_ms double precision, by_worker text,
  lease interval)
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
  early constant interval := interval '10 milliseconds';
  starts timestamptz;
begin
  select * into h from hosts where host = at_host for update;
  if not found then
    insert into hosts (host) values (at_host) on conflict do nothing;
    select * into h from hosts where host = at_host for update;
  end if;
  moment := clock_timestamp();
  gap := greatest(h.gap_ms, least_gap_ms) * interval '1 millisecond';
  if h.token is not null then
    if h.leased_until > moment then
      perform await_host(h, moment);
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
  if opens > moment + early then
    perform await_host(h, moment);
    return query select null::uuid, h.failures, h.response_ms, wait_between(moment, opens), why;
    return;
  end if;
  starts := greatest(moment, opens);
  if at_address is not null then
    select started_at into last_start from addresses where address = at_address for update;
    if not found then
      insert into addresses (address) values (at_address) on conflict do nothing;
      select started_at into last_start from addresses where address = at_address for update;
    end if;
    moment := clock_timestamp();
    select count(*) into in_flight from hosts o
      where o.address = at_address and o.token is not null and o.leased_until > moment and o.host <> at_host;
    opens := greatest(last_start + least_gap_ms / 4 * interval '1 millisecond',
      case when in_flight >= 4 then moment + least_gap_ms / 4 * interval '1 millisecond' + interval '50 milliseconds' end);
    if opens > moment + early then
      return query select null::uuid, h.failures, h.response_ms, wait_between(moment, opens), 'the pace of the address';
      return;
    end if;
    starts := greatest(starts, moment, opens);
    update addresses set started_at = starts where address = at_address;
  end if;
  if h.token is not null then
    insert into requests (host, address, reserved_at, started_at, arrived_at, ended_at, gap_ms, lost, worker)
      values (h.host, h.address, h.reserved_at, h.reserved_at, last_sent, h.leased_until,
        h.gap_ms, true, h.worker);
  end if;
  update hosts set token = gen_random_uuid(), worker = by_worker, address = at_address, reserved_at = starts,
    renewed_at = moment, leased_until = moment + lease, gap_ms = least_gap_ms
    where host = at_host returning * into h;
  return query select h.token, h.failures, h.response_ms,
    (extract(epoch from starts - moment) * 1000)::double precision, null::text;
end $$;
