-- Pages are handed out when their host is about to be free, by one feeder at a time; and a reservation costs less.

-- When pages were claimed last, and by which feeder.
create table claims (at timestamptz not null, feeder text not null);
insert into claims (at, feeder) values ('-infinity', '');

-- When a page of the host was handed out last.
alter table hosts add column handed_at timestamptz;

drop function claim_pages(integer, integer, interval);
drop function claim_in_lane(integer, text, text, integer, interval);

-- Hands out up to `want` links that are due: new ones before revisits before stock; one a lane (source and host) in
-- turn, so that a source with 50,000 links waits like any other; of a host no more than `host_room` says. Lanes are
-- found by skipping through an index; a call looks at no more than 500 of each rank, and the next one goes on from
-- there. Nothing within `apart` of another feeder's claim: many feeders would each find a page or two, at the price of
-- a search.
create function claim_pages(want integer, per_host integer, lease interval, ahead interval, apart interval,
  for_feeder text) returns setof links language plpgsql as $$
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
  room integer;
  one links;
begin
  update claims set at = clock_timestamp(), feeder = for_feeder
    where feeder = for_feeder or at <= clock_timestamp() - apart;
  if not found then
    return;
  end if;
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
      room := host_room(lane.host, per_host, ahead);
      continue when room = 0;
      one := claim_in_lane(place, lane.source_id, lane.host, room, lease);
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
        room := host_room(lanes[i][2], per_host, ahead);
        continue when room = 0;
        one := claim_in_lane(place, lanes[i][1], lanes[i][2], room, lease);
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

-- When a host is expected to be free; null: no request to it is known. Only the gate decides.
create function host_opens(h hosts) returns timestamptz language sql immutable as $$
  select greatest(h.paused_until, h.gap_ms * interval '1 millisecond' + case when h.token is null then h.arrived_at
    else h.reserved_at + coalesce(h.response_ms, 0) * interval '1 millisecond' end)
$$;

-- How many pages of a host may be in hand. None while it will not be free within `ahead`: what is handed out sooner
-- would come, find it shut and go again. None while one that was handed out is on its way to it, or two would come for
-- one slot. A gap too short to plan by does not count, nor does a host that nobody has come to for a second: what was on
-- its way is lost, or ended without a request.
create function host_room(at_host text, per_host integer, ahead interval) returns integer language plpgsql stable as $$
#variable_conflict use_column
declare
  h hosts;
  opens timestamptz;
begin
  select * into h from hosts where host = at_host;
  opens := case when h.gap_ms < 100 then h.paused_until else host_opens(h) end;
  return case when opens > now() + ahead then 0
    when opens > now() - interval '1 second' and h.handed_at > h.reserved_at then 0
    else per_host end;
end $$;

-- Leases the link of a lane that has waited longest; all null when none is due, `room` of its host are in hand, or the
-- source is not read any more.
create function claim_in_lane(place integer, from_source text, at_host text, room integer, lease interval)
returns links language plpgsql as $$
#variable_conflict use_column
declare
  one links;
begin
  if not exists (select from sources s where s.id = from_source and s.enabled)
    or (select count(*) from links l where l.host = at_host and l.leased_until > now()) >= room then
    return null;
  end if;
  update links set leased_until = now() + lease where id = (
    select l.id from links l
    where l.rank = place and l.source_id = from_source and l.host = at_host
      and l.due_at is not null and coalesce(l.leased_until, l.due_at) <= now()
    order by coalesce(l.leased_until, l.due_at) limit 1 for update skip locked
  ) returning * into one;
  if one.key is not null then
    update hosts set handed_at = clock_timestamp() where host = at_host;
  end if;
  return one;
end $$;

-- As before, and a slot that opens in a moment is granted now: `wait_ms` of a granted one says how long the request must
-- still be kept back. Rows of hosts and addresses are made where they are missing, and not tried to be made each time.
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
