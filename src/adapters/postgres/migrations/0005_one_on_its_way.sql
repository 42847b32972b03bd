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

alter function gate_reserve(text, text, double precision, text, interval) rename to gate_try;

-- Whoever is refused comes again when the host opens: nobody else is sent for that slot.
create function gate_reserve(at_host text, at_address text, least_gap_ms double precision, by_worker text,
  lease interval)
returns table (token uuid, failures integer, response_ms double precision, wait_ms double precision, reason text)
language plpgsql as $$
#variable_conflict use_column
begin
  select * into token, failures, response_ms, wait_ms, reason
    from gate_try(at_host, at_address, least_gap_ms, by_worker, lease);
  if token is null then
    update hosts set handed_at = clock_timestamp() where host = at_host and (handed_at > reserved_at) is not true;
  end if;
  return next;
end $$;
