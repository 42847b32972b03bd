/**
 * Governments and their organs in Chinese.
 *
 * A place and what follows it: 青海省 + 人民政府, 福建省 + 数字福建建设 + 领导小组办公室, 成都 + 高新区. Without a place:
 * 省政府, 市金融局, 管委会. Titles stand for their government: 副省长. A place alone is kept as a possible party.
 */
import type { Lexicon } from '../../domain/lexicon.ts';
import type { Stretch } from '../../wording/sentences.ts';
import { wordsOf } from '../cues.ts';
import { withoutOverlaps } from '../overlap.ts';
import type { GovernmentKind, GovernmentMention } from './mentions.ts';
import type { PlaceSense } from './place-choice.ts';
import type { Place, PlaceMention } from './places.ts';

const HAN = /\p{Script=Han}/u;
/** What may stand between a place and its organ: no connective, no verb, no case word. */
const GAP = '(?:(?![与和同跟及、在将为由的是有对向签等并到从至了])[\\p{Script=Han}“”]){0,12}?';

/** 招商局集团, 发改委大厦: a firm or a house that has an office in its name. */
const FIRM = /^(?:集团|股份|有限|控股|公司|大厦|大楼)/u;

/** 九龙坡区石板镇: towns are in no list; they stand for themselves as the county before them does. */
const TOWN = /(?:(?![与和同跟及、在将为由的])\p{Script=Han}){1,4}?(?:镇|乡|街道)(?=[与和同跟及、签今近日])/uy;
/** The name before 镇政府. */
const TOWN_NAME = /(?:(?![与和同跟及、在将为由的省市区县])\p{Script=Han}){1,4}$/u;

export class HanGovernments {
  readonly #afterPlace: RegExp;
  readonly #zoneAfterPlace: RegExp;
  readonly #generic: RegExp;
  readonly #official: RegExp;
  readonly #national: RegExp;

  constructor(lexicon: Lexicon) {
    const words = (name: Parameters<typeof wordsOf>[1]): string =>
      wordsOf(
        lexicon.languages.filter(({ spaced }) => !spaced),
        name,
      )
        .sort((a, b) => b.length - a.length)
        .join('|');
    const organs = words('organs');
    const zones = words('zones');
    this.#afterPlace = new RegExp(`(?:${GAP}(?:${zones}))?${GAP}(?:${organs})`, 'uy');
    this.#zoneAfterPlace = new RegExp(`(?:(?![与和同跟及、在的])\\p{Script=Han}){0,4}?(?:${zones})`, 'uy');
    this.#generic = new RegExp(
      `(?:${words('generic')})|(?<![\\p{Script=Han}](?:省|市|区|县))[省市区县州](?:人民)?(?:(?![与和同跟及、在将为由的是长])\\p{Script=Han}){0,6}?(?:${organs})`,
      'gu',
    );
    // 局长江… is a bureau and the Yangtze.
    this.#official = new RegExp(`(?:${words('officials')})(?<!长(?=[江沙春城治三]))`, 'gu');
    this.#national = new RegExp(
      `(?:${words('national')})(?:(?![与和同跟及、在将])\\p{Script=Han}){0,10}?(?:司|局|办公室)?`,
      'gu',
    );
  }

  /** Mentions in the order of the text; `taken` are stretches of companies that hide places inside them. */
  find(text: string, places: readonly PlaceMention[], sense: PlaceSense): GovernmentMention[] {
    const found: GovernmentMention[] = [];
    for (const match of text.matchAll(this.#national)) {
      const local = /通信管理局/.test(match[0]);
      found.push({
        ...span(match),
        kind: 'national',
        place: null,
        level: local ? 'province' : null,
        full: true,
      });
    }
    let from = 0;
    for (let i = 0; i < places.length; i++) {
      const first = places[i];
      if (!first || first.start < from || !HAN.test(text[first.start] ?? '')) continue;
      const chain = [first];
      for (
        let next = places[i + 1];
        next && next.start === chain.at(-1)?.end;
        next = places[i + chain.length]
      ) {
        chain.push(next);
      }
      const mention = this.#atPlace(text, chain, sense);
      if (mention) found.push(mention);
      from = mention?.end ?? chain.at(-1)?.end ?? from;
    }
    this.#withoutPlace(text, found);
    if (KANA.test(text)) {
      for (const match of text.matchAll(JAPANESE))
        found.push({ ...span(match), kind: 'place', place: null, level: null, full: true });
    }
    return withoutOverlaps(found);
  }

  #atPlace(text: string, chain: readonly PlaceMention[], sense: PlaceSense): GovernmentMention | null {
    const start = chain[0]?.start ?? 0;
    const after = chain.at(-1)?.end ?? start;
    const place = narrowest(chain, sense);
    // 台南市长: the unit of the place is the beginning of the title.
    const head =
      /[市县区]/u.test(text[after - 1] ?? '') &&
      /^长(?![江沙春城治三期远兴])/u.test(text.slice(after, after + 2));
    const tail = head ? null : (sticky(this.#afterPlace, text, after) ?? sticky(BUREAU, text, after));
    const zone = sticky(this.#zoneAfterPlace, text, after);
    const make = (end: number, kind: GovernmentKind): GovernmentMention => ({
      start,
      end,
      kind,
      place,
      level: null,
      full: kind !== 'place' || chain.some((part) => part.full),
    });
    // 马来西亚政府 is no regional government, a country alone no party; 肯尼亚某郡政府 is one in no list.
    if (place?.level === 'country') {
      if (tail === null) return null;
      return make(tail, /[州省郡市县邦]/u.test(text.slice(after, tail)) ? 'organ' : 'national');
    }
    // 嘉义市府, 清迈府: the seat for the government.
    if (/^府(?=[与和同跟及、今昨于日]|$)/u.test(text.slice(after, after + 2)))
      return make(after + 1, 'organ');
    if (head) return make(after + 1, 'official');
    // 台中市副市长: a title of the place, which by itself is none of the parties then.
    const title = /^副?[省市区县州旗盟]长(?![江沙春城治])/u.exec(text.slice(after, after + 4))?.[0];
    if (title !== undefined) return make(after + title.length, 'official');
    if (tail !== null && !FIRM.test(text.slice(tail, tail + 3))) {
      const official = /^(?:副?书记|常委|副?主任|副?局长|副?厅长)/u.test(text.slice(tail, tail + 4));
      if (/通信管理局$/u.test(text.slice(after, tail))) return make(tail, 'national');
      return make(tail, official ? 'official' : 'organ');
    }
    if (zone !== null) return make(zone, 'organ');
    const town = sticky(TOWN, text, after);
    return town === null ? make(after, 'place') : { ...make(town, 'place'), full: true };
  }

  #withoutPlace(text: string, found: GovernmentMention[]): void {
    for (const match of text.matchAll(this.#generic)) {
      const level = levelOf(match[0]);
      const next = text.slice(match.index + match[0].length, match.index + match[0].length + 3);
      if (FIRM.test(next)) continue;
      if (/通信管理局$/u.test(match[0])) {
        found.push({ ...span(match), kind: 'national', place: null, level, full: true });
        continue;
      }
      const official = /委$/u.test(match[0]) && /^(?:副?书记|常委)/u.test(next);
      const at = span(match);
      // 横店镇人民政府: what stands before the unit is its name.
      const name = /^(?:镇|乡|街道)/u.test(match[0])
        ? TOWN_NAME.exec(text.slice(Math.max(0, at.start - 4), at.start))
        : null;
      const start = at.start - (name?.[0].length ?? 0);
      found.push({
        start,
        end: at.end,
        kind: official ? 'official' : 'generic',
        place: null,
        level,
        full: true,
      });
    }
    // 上法兰西大区, 京畿道道厅, 俄罗斯鞑靼斯坦共和国政府: parts of countries by their own words.
    for (const match of text.matchAll(ABROAD))
      found.push({ ...span(match), kind: 'organ', place: null, level: 'province', full: true });
    // 机电工程署: in Hong Kong the departments of its government.
    if (IN_HONG_KONG.test(text)) {
      for (const match of text.matchAll(HONG_KONG_DEPARTMENT))
        found.push({ ...span(match), kind: 'organ', place: null, level: 'province', full: true });
    }
    // 澳门行政长官: the title of the place right before it.
    const places = new Map(
      found.filter(({ kind }) => kind === 'place').map(({ end, place }) => [end, place]),
    );
    for (const match of text.matchAll(this.#official)) {
      // 某学院党委书记: the head of a house that is no government.
      if (HOUSE_BEFORE.test(text.slice(Math.max(0, match.index - 6), match.index))) continue;
      const place = places.get(match.index) ?? null;
      found.push({ ...span(match), kind: 'official', place, level: levelOf(match[0]), full: true });
    }
  }
}

/** 基隆市环保局: a bureau by its last character; those of a trade are houses or a nation's. */
const BUREAU =
  /(?:(?![与和同跟及、在将为由的是有对向签等并到从至了])\p{Script=Han}){2,9}?(?<!电信|邮电|邮政|供电|电力|铁路|气象|地震|海事|通信管理|无线电管理|专卖|保密|新闻|外汇管理)局(?![长面势部限域])|(?:(?![与和同跟及、在将为由的是有对向签等并到从至了])\p{Script=Han}){1,6}?(?<!办事|营运|运营|联络|代表|售票|服务|营业|管理|总|秘书|人事|分|各|四|到|何|此|一|相|独|好|用|益|坏)处(?=[与和同跟及、,昨今日签]|\d)/uy;
const ABROAD =
  /(?:(?![与和同跟及、在将为由的是])\p{Script=Han}){2,6}(?:大区(?:政府|议会)?(?![经域])|道道?厅)|(?:俄罗斯|俄)(?:联邦)?(?:(?![与和同跟及、在将为由的是])\p{Script=Han}){2,6}(?:共和国|边疆区|州)政府/gu;
const IN_HONG_KONG = /香港|港府|港元|澳门/u;
const HONG_KONG_DEPARTMENT =
  /政府(?:(?![与和同跟、在将为由的是])\p{Script=Han}){3,12}办公室|(?<!\p{Script=Han})(?:香港|澳门)?(?:(?![与和同跟、在将为由的是])\p{Script=Han}){2,9}(?<!办事|联络|管理)(?:署|处|局)(?=[与和同跟今昨于在日签宣、])|(?<!\p{Script=Han})(?:香港)?(?!(?:国家|中国|海关总|联合国))(?:(?![与和同跟及、在将为由的是])\p{Script=Han}){2,7}(?<!总)署(?=[与和同跟及、今昨于在日签宣])/gu;
const HOUSE_BEFORE =
  /(?:学院|学校|大学|公司|集团|医院|银行|中学|小学|研究[院所]|协会|[支分]行|工厂|企业|中心|[校院])(?:党委)?$/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** 三原市と…は: a Japanese municipality is in no list; it is known by its unit and the particle behind it. */
const JAPANESE = /(?<!\p{Script=Han})\p{Script=Han}{1,4}[市町村県府](?=\(|と|は|が|及び|、)/gu;

function span(match: RegExpExecArray): Stretch {
  return { start: match.index, end: match.index + match[0].length };
}

function sticky(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match ? at + match[0].length : null;
}

/** The last place of a chain (江苏省南京市江宁区), read in the province of the first. */
function narrowest(chain: readonly PlaceMention[], sense: PlaceSense): Place | null {
  const first = chain[0];
  const last = chain.at(-1);
  if (!first || !last) return null;
  const province = sense.choose(first.candidates).region;
  const inside = last.candidates.filter((place) => place.region === province);
  return sense.choose(inside.length > 0 ? inside : last.candidates);
}

/** 省政府 → province, 市政府 → prefecture, 区委 → county. */
export function levelOf(word: string): GovernmentMention['level'] {
  if (/自治区|省/u.test(word)) return 'province';
  if (/[市州盟]/u.test(word)) return 'prefecture';
  if (/[区县旗镇乡]|街道/u.test(word)) return 'county';
  return null;
}
