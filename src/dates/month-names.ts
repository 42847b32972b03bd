/** Month and weekday names of the languages that feeds and pages write, beside Chinese. */

// One line a month. Short forms that are English words (out, set, des) are left out.
// Short forms are found because a name matches by its first letters up to a full stop.
const MONTHS: readonly string[][] = [
  ['january', 'jan', 'enero', 'ene', 'janvier', 'janv', 'januar', 'janeiro', 'gennaio', 'januari'],
  [
    'february',
    'feb',
    'febrero',
    'février',
    'févr',
    'fév',
    'fevrier',
    'februar',
    'fevereiro',
    'fev',
    'febbraio',
    'februari',
  ],
  ['march', 'mar', 'marzo', 'mars', 'märz', 'mär', 'mrz', 'março', 'marco', 'maart', 'maret'],
  ['april', 'apr', 'abril', 'abr', 'avril', 'avr', 'aprile'],
  ['may', 'mayo', 'mai', 'maio', 'maggio', 'mei'],
  ['june', 'jun', 'junio', 'juin', 'juni', 'junho', 'giugno'],
  ['july', 'jul', 'julio', 'juillet', 'juil', 'juli', 'julho', 'luglio'],
  ['august', 'aug', 'agosto', 'ago', 'août', 'aout', 'augustus', 'agustus', 'agu'],
  ['september', 'sept', 'sep', 'septiembre', 'septembre', 'setembro', 'settembre'],
  ['october', 'oct', 'octubre', 'octobre', 'oktober', 'okt', 'outubro', 'ottobre'],
  ['november', 'nov', 'noviembre', 'novembre', 'novembro'],
  [
    'december',
    'dec',
    'diciembre',
    'dic',
    'décembre',
    'déc',
    'dezember',
    'dez',
    'dezembro',
    'dicembre',
    'desember',
  ],
];

// The same in Malay, Turkish, Russian, Arabic (of three regions) and Bengali, twelve names a line.
const MORE_MONTHS: readonly string[] = [
  'januari februari mac april mei jun julai ogos september oktober november disember',
  'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
  'جانفي فيفري مارس ابريل ماي جوان جويلية اغسطس سبتمبر اكتوبر نوفمبر ديسمبر',
  'كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول',
  'জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর',
];

const NUMBER_OF_MONTH = new Map(
  [
    ...MONTHS,
    ...MONTHS.map((_, index) =>
      MORE_MONTHS.flatMap((names) => names.split(' ')[index]?.replace('_', ' ') ?? []),
    ),
  ].flatMap((names, index) => names.map((name) => [name, (index % 12) + 1] as const)),
);

/** Source of a pattern for any month name, longest first so that `sept` is not read as `sep`. */
export const MONTH_NAME = `(?:${[...NUMBER_OF_MONTH.keys()].sort((a, b) => b.length - a.length).join('|')})`;

/** 1 to 12, or 0 for no month name. */
export function monthNumber(name: string): number {
  return NUMBER_OF_MONTH.get(name.toLowerCase()) ?? 0;
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Source of a pattern for an English weekday, short or long. */
export const WEEKDAY_NAME = '(?:sun|mon|tues?|wed|thu(?:rs?)?|fri|sat)(?:day|nesday|urday|rsday|sday)?';

/** 0 for Sunday; null for what is no weekday. */
export function weekdayNumber(name: string | undefined): number | null {
  const index = WEEKDAYS.indexOf((name ?? '').slice(0, 3).toLowerCase());
  return index < 0 ? null : index;
}
