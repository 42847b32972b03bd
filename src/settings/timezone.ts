/** The time zone of a source that names none. */

const CHINESE_TIME = new Set(['CN', 'HK', 'MO', 'TW']);

/** IANA zone: Asia/Shanghai for CN, HK, MO, TW; else the country's only zone, or UTC where it has several. */
export function defaultTimezone(region: string): string {
  const country = region.slice(0, 2);
  if (CHINESE_TIME.has(country)) return 'Asia/Shanghai';
  // CLDR's table of zones by country (ECMA-402, Intl Locale Info).
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?(): string[] | undefined };
  const zones = locale.getTimeZones?.() ?? [];
  return zones.length === 1 && zones[0] ? zones[0] : 'UTC';
}

/** Whether the runtime knows the zone. */
export function isTimezone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
