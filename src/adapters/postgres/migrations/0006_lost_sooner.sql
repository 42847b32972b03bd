-- A page on its way to its host counts as lost a quarter of a second after the host opened. It was half a second: when a
-- worker dies, each host that it was about to ask stands still for that long, and a page that comes later than this is
-- rare and costs no more than one that is refused once.
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
      and greatest(opens, case when planned then h.handed_at end) > moment - interval '250 milliseconds' then 0
    when planned then per_host + 2
    else per_host end;
end $$;
