/**
 * What kind of day a day is for a publisher: an ordinary weekday, or one that behaves like another.
 *
 * On the mainland a public holiday is as silent as a Sunday and a weekend day that is worked for it is as busy as a
 * weekday. The State Council announces each year in the November before; for years the package does not know, the
 * days fixed by law stand in, and swapped weekends are left as weekends.
 */
import chineseDays from 'chinese-days';

const DAY_MS = 86_400_000;
const SUNDAY = 6;
const MIDWEEK = 2;

/** Zones whose publishers keep the mainland's holidays. */
const MAINLAND = new Set([
  'Asia/Shanghai',
  'Asia/Urumqi',
  'Asia/Chongqing',
  'Asia/Harbin',
  'Asia/Kashgar',
  'PRC',
]);

/** Dragon Boat and Mid-Autumn, as lunar month and day. */
const LUNAR = ['05-05', '08-15'];

/** A civil day as days since 1970-01-01. */
export type DayNumber = number;

/** Weekday the day behaves like: 0 Monday to 6 Sunday. */
export function likeWeekday(day: DayNumber, timezone: string): number {
  const weekday = (((day + 3) % 7) + 7) % 7;
  if (!MAINLAND.has(timezone)) return weekday;
  const year = new Date(day * DAY_MS).getUTCFullYear();
  const exception = exceptions(year).get(day);
  if (exception === undefined) return weekday;
  return exception ? MIDWEEK : SUNDAY;
}

export function isOffDay(day: DayNumber, timezone: string): boolean {
  return likeWeekday(day, timezone) >= 5;
}

/** Days of a year that are not what their weekday says: true for worked, false for free. */
const remembered = new Map<number, Map<DayNumber, boolean>>();

function exceptions(year: number): Map<DayNumber, boolean> {
  const known = remembered.get(year);
  if (known) return known;
  if (remembered.size > 200) remembered.clear();
  const announced = announcedDays(year);
  const days = announced.size > 0 ? announced : fixedDays(year);
  remembered.set(year, days);
  return days;
}

function announcedDays(year: number): Map<DayNumber, boolean> {
  const days = new Map<DayNumber, boolean>();
  const end = dayOf(`${year}-12-31`);
  for (let day = dayOf(`${year}-01-01`); day <= end; day++) {
    const work = chineseDays.isWorkday(civil(day));
    const weekend = (day + 3) % 7 >= 5;
    if (work === weekend) days.set(day, work);
  }
  return days;
}

function fixedDays(year: number): Map<DayNumber, boolean> {
  const days = new Map<DayNumber, boolean>();
  const free = (day: DayNumber, count = 1) => {
    for (let i = 0; i < count; i++) days.set(day + i, false);
  };
  // The law (as of 2025) names fewer days than are given in practice, where neighbours are swapped in: 5 for Labour
  // Day, 7 for National Day, 8 for the Spring Festival from its eve on. Those are taken.
  free(dayOf(`${year}-01-01`));
  free(dayOf(`${year}-05-01`), 5);
  free(dayOf(`${year}-10-01`), 7);
  if (year < 1901 || year > 2099) return days;
  free(dayOf(chineseDays.getSolarDateFromLunar(`${year}-01-01`).date) - 1, 8);
  free(dayOf(chineseDays.getSolarTermDate(year, 4, 'pure_brightness')));
  for (const day of LUNAR) free(dayOf(chineseDays.getSolarDateFromLunar(`${year}-${day}`).date));
  return days;
}

function dayOf(date: string): DayNumber {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

function civil(day: DayNumber): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
