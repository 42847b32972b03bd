/**
 * Signs and names of currencies to ISO 4217. A sign or name that several countries share is decided by a country said
 * with it (Australian dollars, AU$), else by the country the text speaks of; `currency` is what it means without one.
 */

export interface CurrencySign {
  currency: string;
  /** Country (ISO 3166-1) to currency, for signs that several countries share. */
  shared?: Record<string, string>;
}

interface Unit {
  /** Country to currency; the first is what the name means alone. */
  of: Record<string, string>;
  /** Names after the number, lower case. */
  names: string[];
}

const CFA = { SN: 'XOF', CI: 'XOF', BJ: 'XOF', TG: 'XOF', BF: 'XOF', ML: 'XOF', NE: 'XOF' };
const CENTRAL_CFA = { CM: 'XAF', GA: 'XAF', TD: 'XAF', CG: 'XAF', GQ: 'XAF' };
/** Units that several countries have, each its own. */
const SHARED: Record<string, Unit> = {
  dollar: {
    of: {
      US: 'USD',
      AU: 'AUD',
      CA: 'CAD',
      SG: 'SGD',
      NZ: 'NZD',
      HK: 'HKD',
      TW: 'TWD',
      FJ: 'FJD',
      NA: 'NAD',
      JM: 'JMD',
      TT: 'TTD',
      BN: 'BND',
      BB: 'BBD',
      GY: 'GYD',
    },
    names: ['dollars', 'dollar'],
  },
  rupee: {
    of: { IN: 'INR', PK: 'PKR', LK: 'LKR', NP: 'NPR', MU: 'MUR' },
    names: ['rupees', 'rupee'],
  },
  shilling: {
    of: { KE: 'KES', TZ: 'TZS', UG: 'UGX', SO: 'SOS', ET: 'KES' },
    names: ['shillings', 'shilling', 'bob'],
  },
  peso: {
    of: { PH: 'PHP', MX: 'MXN', CL: 'CLP', CO: 'COP', AR: 'ARS', UY: 'UYU', DO: 'DOP' },
    names: ['pesos', 'peso'],
  },
  franc: {
    of: { RW: 'RWF', CH: 'CHF', ...CFA, ...CENTRAL_CFA, BI: 'BIF', CD: 'CDF' },
    names: ['francs', 'franc'],
  },
  cfa: {
    of: { ...CFA, ...CENTRAL_CFA },
    names: ['cfa francs', 'francs cfa', 'fcfa', 'cfa'],
  },
  pound: {
    of: { GB: 'GBP', EG: 'EGP', SD: 'SDG', LB: 'LBP', SS: 'SSP' },
    names: ['pounds sterling', 'pounds', 'pound'],
  },
  dinar: {
    of: { JO: 'JOD', KW: 'KWD', BH: 'BHD', IQ: 'IQD', DZ: 'DZD', TN: 'TND', LY: 'LYD', RS: 'RSD' },
    names: ['dinars', 'dinar'],
  },
  riyal: {
    of: { SA: 'SAR', QA: 'QAR', OM: 'OMR', IR: 'IRR', YE: 'YER' },
    names: ['riyals', 'riyal', 'rials', 'rial'],
  },
  dirham: { of: { AE: 'AED', MA: 'MAD' }, names: ['dirhams', 'dirham'] },
  krona: { of: { SE: 'SEK', IS: 'ISK' }, names: ['kronor', 'krona'] },
  krone: { of: { NO: 'NOK', DK: 'DKK' }, names: ['kroner', 'krone', 'crowns'] },
  kwacha: { of: { ZM: 'ZMW', MW: 'MWK' }, names: ['kwacha'] },
  lira: { of: { TR: 'TRY', LB: 'LBP' }, names: ['lira', 'liras'] },
  won: { of: { KR: 'KRW', KP: 'KPW' }, names: ['won'] },
  rouble: { of: { RU: 'RUB', BY: 'BYN' }, names: ['rubles', 'roubles', 'ruble', 'rouble'] },
  leu: { of: { RO: 'RON', MD: 'MDL' }, names: ['lei', 'leu'] },
};

const NATIONS: Record<string, string> = {
  american: 'US',
  us: 'US',
  'u.s.': 'US',
  'united states': 'US',
  australian: 'AU',
  canadian: 'CA',
  singapore: 'SG',
  singaporean: 'SG',
  'new zealand': 'NZ',
  'hong kong': 'HK',
  'new taiwan': 'TW',
  taiwan: 'TW',
  taiwanese: 'TW',
  fijian: 'FJ',
  namibian: 'NA',
  jamaican: 'JM',
  brunei: 'BN',
  kenyan: 'KE',
  kenya: 'KE',
  tanzanian: 'TZ',
  tanzania: 'TZ',
  ugandan: 'UG',
  uganda: 'UG',
  somali: 'SO',
  indian: 'IN',
  pakistani: 'PK',
  pakistan: 'PK',
  'sri lankan': 'LK',
  nepalese: 'NP',
  nepali: 'NP',
  mauritian: 'MU',
  philippine: 'PH',
  mexican: 'MX',
  chilean: 'CL',
  colombian: 'CO',
  argentine: 'AR',
  rwandan: 'RW',
  rwanda: 'RW',
  swiss: 'CH',
  burundian: 'BI',
  congolese: 'CD',
  egyptian: 'EG',
  sudanese: 'SD',
  lebanese: 'LB',
  british: 'GB',
  jordanian: 'JO',
  kuwaiti: 'KW',
  bahraini: 'BH',
  iraqi: 'IQ',
  algerian: 'DZ',
  tunisian: 'TN',
  libyan: 'LY',
  serbian: 'RS',
  saudi: 'SA',
  qatari: 'QA',
  omani: 'OM',
  iranian: 'IR',
  emirati: 'AE',
  uae: 'AE',
  moroccan: 'MA',
  swedish: 'SE',
  icelandic: 'IS',
  norwegian: 'NO',
  danish: 'DK',
  zambian: 'ZM',
  malawian: 'MW',
  turkish: 'TR',
  russian: 'RU',
  belarusian: 'BY',
  romanian: 'RO',
  korean: 'KR',
  'south korean': 'KR',
};

/** Units of one country: currency -> names after the number, lower case. */
const OWN: Record<string, string[]> = {
  CNY: ['yuan', 'renminbi', 'rmb', 'yuan rmb'],
  NGN: ['naira'],
  MYR: ['ringgit'],
  EUR: ['euros', 'euro', '€'],
  IDR: ['rupiah'],
  ZAR: ['rand', 'rands'],
  ETB: ['birr'],
  GHS: ['cedis', 'cedi'],
  BDT: ['taka'],
  JPY: ['yen'],
  THB: ['baht'],
  VND: ['dong'],
  BRL: ['reais', 'real'],
  KZT: ['tenge'],
  PLN: ['zloty', 'zlotys', 'zł'],
  CZK: ['koruna', 'korunas'],
  HUF: ['forints', 'forint'],
  UAH: ['hryvnia', 'hryvnias'],
  UZS: ['soum', 'soums'],
  MNT: ['tugrik', 'tugriks'],
  PEN: ['soles'],
  MMK: ['kyat', 'kyats'],
  LAK: ['kip'],
  KHR: ['riels', 'riel'],
  AOA: ['kwanzas', 'kwanza'],
  MZN: ['meticais', 'metical'],
  BWP: ['pula'],
  PGK: ['kina'],
  MVR: ['rufiyaa'],
  BTN: ['ngultrum'],
  ILS: ['shekels', 'shekel'],
  GEL: ['lari'],
  AMD: ['drams', 'dram'],
  AZN: ['manats', 'manat'],
};

const CODES =
  `USD EUR GBP JPY CNY RMB HKD TWD NTD MOP SGD AUD CAD NZD FJD NAD INR PKR LKR NPR BDT MUR KES TZS UGX SOS RWF ETB GHS NGN ZAR BWP
  ZMW MWK MZN AOA XOF XAF MAD EGP DZD TND LYD SDG SAR AED QAR OMR KWD BHD JOD IQD IRR TRY ILS RUB KZT UZS UAH GEL AMD AZN PLN CZK
  HUF RON SEK NOK DKK ISK CHF MXN BRL ARS CLP COP PEN PHP MYR IDR THB VND KRW MMK LAK KHR MNT PGK BTN`.split(
    /\s+/,
  );
/** Codes that papers also write with one capital: Kes 5 million. */
const LOOSE_CODES = ['USD', 'KES', 'UGX', 'TZS', 'PHP', 'NGN', 'RWF', 'GHS', 'INR'];
const ALIASES: Record<string, string> = { RMB: 'CNY', NTD: 'TWD' };

const sign = (unit: string): CurrencySign => {
  const of = SHARED[unit]?.of ?? {};
  return { currency: Object.values(of)[0] ?? unit, shared: of };
};

/** Signs before the number. */
export const PREFIXES: Record<string, CurrencySign> = {
  ...Object.fromEntries(CODES.map((code) => [code, { currency: ALIASES[code] ?? code }])),
  ...Object.fromEntries(
    LOOSE_CODES.map((code) => [code.charAt(0) + code.slice(1).toLowerCase(), { currency: code }]),
  ),
  $: sign('dollar'),
  US$: { currency: 'USD' },
  'US $': { currency: 'USD' },
  USD$: { currency: 'USD' },
  HK$: { currency: 'HKD' },
  NT$: { currency: 'TWD' },
  MOP$: { currency: 'MOP' },
  A$: { currency: 'AUD' },
  AU$: { currency: 'AUD' },
  AUD$: { currency: 'AUD' },
  S$: { currency: 'SGD' },
  C$: { currency: 'CAD' },
  CA$: { currency: 'CAD' },
  CAD$: { currency: 'CAD' },
  NZ$: { currency: 'NZD' },
  FJ$: { currency: 'FJD' },
  N$: { currency: 'NAD' },
  J$: { currency: 'JMD' },
  TT$: { currency: 'TTD' },
  B$: { currency: 'BND' },
  R$: { currency: 'BRL' },
  MX$: { currency: 'MXN' },
  RM: { currency: 'MYR' },
  Rs: sign('rupee'),
  'Rs.': sign('rupee'),
  '₹': { currency: 'INR' },
  '₨': { currency: 'PKR', shared: SHARED.rupee?.of ?? {} },
  NRs: { currency: 'NPR' },
  Nu: { currency: 'BTN' },
  '₦': { currency: 'NGN' },
  N: { currency: 'NGN' },
  '=N=': { currency: 'NGN' },
  '#': { currency: 'NGN' },
  KSh: { currency: 'KES' },
  'KSh.': { currency: 'KES' },
  Ksh: { currency: 'KES' },
  'Ksh.': { currency: 'KES' },
  Kshs: { currency: 'KES' },
  'Kshs.': { currency: 'KES' },
  KShs: { currency: 'KES' },
  Sh: sign('shilling'),
  'Sh.': sign('shilling'),
  Shs: { currency: 'UGX', shared: SHARED.shilling?.of ?? {} },
  USh: { currency: 'UGX' },
  Ushs: { currency: 'UGX' },
  TSh: { currency: 'TZS' },
  Tsh: { currency: 'TZS' },
  Tshs: { currency: 'TZS' },
  '€': { currency: 'EUR' },
  '£': sign('pound'),
  '₱': { currency: 'PHP' },
  PhP: { currency: 'PHP' },
  P: { currency: 'PHP', shared: { BW: 'BWP' } },
  Rp: { currency: 'IDR' },
  'Rp.': { currency: 'IDR' },
  R: { currency: 'ZAR' },
  '¥': { currency: 'CNY', shared: { JP: 'JPY' } },
  'CN¥': { currency: 'CNY' },
  'RMB¥': { currency: 'CNY' },
  Yuan: { currency: 'CNY' },
  '₩': { currency: 'KRW' },
  '฿': { currency: 'THB' },
  Bt: { currency: 'THB' },
  '₫': { currency: 'VND' },
  '₽': { currency: 'RUB' },
  '₺': { currency: 'TRY' },
  '₴': { currency: 'UAH' },
  '₸': { currency: 'KZT' },
  '৳': { currency: 'BDT' },
  Birr: { currency: 'ETB' },
  Br: { currency: 'ETB' },
  'GH₵': { currency: 'GHS' },
  'GH¢': { currency: 'GHS' },
  Tk: { currency: 'BDT' },
  'Tk.': { currency: 'BDT' },
  Taka: { currency: 'BDT' },
  SR: { currency: 'SAR' },
  QR: { currency: 'QAR' },
  Dh: { currency: 'AED', shared: SHARED.dirham?.of ?? {} },
  Dhs: { currency: 'AED', shared: SHARED.dirham?.of ?? {} },
  BD: { currency: 'BHD' },
  KD: { currency: 'KWD' },
  JD: { currency: 'JOD' },
  RO: { currency: 'OMR' },
  Frw: { currency: 'RWF' },
  FRw: { currency: 'RWF' },
  FCFA: sign('cfa'),
  CFA: sign('cfa'),
  K: { currency: 'ZMW', shared: { PG: 'PGK', MW: 'MWK' } },
  MK: { currency: 'MWK' },
  Kz: { currency: 'AOA' },
  'S/': { currency: 'PEN' },
  'S/.': { currency: 'PEN' },
};

/** Names after the number, lower case: of one country, of several, of one of several (tanzanian shillings). */
export const SUFFIXES: Record<string, CurrencySign> = {
  ...Object.fromEntries(CODES.map((code) => [code.toLowerCase(), { currency: ALIASES[code] ?? code }])),
  ...Object.fromEntries(
    Object.entries(OWN).flatMap(([currency, names]) => names.map((name) => [name, { currency }])),
  ),
  ...Object.fromEntries(
    Object.entries(SHARED).flatMap(([unit, { names }]) => names.map((name) => [name, sign(unit)])),
  ),
};

/** Who a shared unit is said to belong to, as words before it. */
export const NATION_WORDS: readonly string[] = [
  ...Object.keys(NATIONS),
  'chinese',
  'vietnamese',
  'thai',
  'malaysian',
  'nigerian',
  'japanese',
  'indonesian',
  'south african',
  'ethiopian',
  'ghanaian',
  'bangladeshi',
];

/** "Tanzanian" and "shillings": the currency of that country, or the unit's own. */
export function suffixSign(nation: string | undefined, name: string): CurrencySign | null {
  const plain = SUFFIXES[name.toLowerCase()] ?? null;
  const country = NATIONS[(nation ?? '').toLowerCase()];
  const currency = country === undefined ? undefined : plain?.shared?.[country];
  return currency === undefined ? plain : { currency };
}

const han = (currency: string, ...names: string[]): [string, CurrencySign][] =>
  names.map((name) => [name, { currency }]);

/** Chinese names before or after the number, simplified. */
export const HAN_NAMES: Record<string, CurrencySign> = Object.fromEntries([
  ...han('CNY', '人民币', '元人民币'),
  ...han('TWD', '新台币', '台币', '元新台币'),
  ...han('HKD', '港元', '港币', '港圆', '元港币'),
  ...han('MOP', '澳门元', '澳门币', '元澳门币'),
  ...han('USD', '美元', '美金', '元美金'),
  ...han('EUR', '欧元'),
  ...han('GBP', '英镑'),
  ...han('JPY', '日元', '日圆', '日币'),
  ...han('SGD', '新加坡元', '新元', '新币', '坡元'),
  ...han('AUD', '澳元', '澳币', '澳大利亚元'),
  ...han('CAD', '加元', '加币', '加拿大元'),
  ...han('NZD', '新西兰元', '纽元'),
  ...han('MYR', '林吉特', '令吉', '马币'),
  ...han('THB', '泰铢'),
  ...han('KRW', '韩元', '韩圆', '韩币'),
  ...han('VND', '越南盾'),
  ...han('IDR', '印尼盾', '印度尼西亚盾'),
  ...han('PKR', '巴基斯坦卢比'),
  ...han('LKR', '斯里兰卡卢比'),
  ...han('NPR', '尼泊尔卢比'),
  ...han('RUB', '卢布'),
  ...han('KZT', '坚戈'),
  ...han('AED', '迪拉姆'),
  ...han('SAR', '里亚尔', '沙特里亚尔'),
  ...han('ZAR', '兰特'),
  ...han('PHP', '比索', '菲律宾比索'),
  ...han('NGN', '奈拉'),
  ...han('ETB', '比尔'),
  ...han('CHF', '瑞士法郎'),
  ...han('TRY', '里拉'),
  ...han('BRL', '雷亚尔'),
  ['卢比', sign('rupee')],
  ['先令', sign('shilling')],
  ['元', { currency: 'CNY', shared: { TW: 'TWD', HK: 'HKD', MO: 'MOP' } }],
]);
