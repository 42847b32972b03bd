/**
 * The demo's calendar: days counted back from the one on which it starts. News with fixed dates would make every site
 * look fallen silent a month later.
 */

/** The ways in which the demo's sites write one day. */
export interface Day {
  /** `2026-03-09` */
  iso: string;
  /** `20260309` */
  compact: string;
  /** `2026/03/09` */
  slashed: string;
  /** `2026` */
  year: string;
  /** `202603` */
  month: string;
  /** `2026-03` */
  yearMonth: string;
  /** `0309` */
  monthDay: string;
  /** `09` */
  day: string;
  /** `3月9日` */
  han: string;
  /** `March 9` */
  english: string;
}

const CHINA_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const started = Date.now();

/** The day so many days before the start, by China's clock. */
export function on(daysAgo: number): Day {
  const date = new Date(started + CHINA_OFFSET_MS - daysAgo * DAY_MS);
  const iso = date.toISOString().slice(0, 10);
  const [year = '', month = '', day = ''] = iso.split('-');
  const name = date.toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  return {
    iso,
    compact: `${year}${month}${day}`,
    slashed: `${year}/${month}/${day}`,
    year,
    month: `${year}${month}`,
    yearMonth: `${year}-${month}`,
    monthDay: `${month}${day}`,
    day,
    han: `${Number(month)}月${Number(day)}日`,
    english: `${name} ${Number(day)}`,
  };
}
