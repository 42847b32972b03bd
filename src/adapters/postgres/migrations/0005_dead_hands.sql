-- A page in the hands of a worker that died keeps its lease for a while: it must not cost its host every second turn.

-- How many pages of a host may be in hand. None while it will not be free within `ahead`: what is handed out sooner
-- would come, find it shut and go again. None while one is on its way to it, or two would come for one slot; what has
-- not come a second after the host opened is lost, or ended without a request. A gap too short to plan by does not count. A host whose
-- pages are handed out one for a slot may have two more in hand than another: those that never came.
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
      and greatest(opens, case when planned then h.handed_at end) > moment - interval '1 second' then 0
    when planned then per_host + 2
    else per_host end;
end $$;
