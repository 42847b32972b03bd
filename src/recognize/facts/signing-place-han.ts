/** Where a Chinese report says that it was signed: 在济南 … 签署, 在沪, 在位于西安的公司总部. */
import type { Stretch } from '../../wording/sentences.ts';
import type { Act } from '../acts.ts';
import type { Findings } from '../findings.ts';
import type { PlaceMention } from '../names/places.ts';
import { asWritten } from '../reading.ts';
import { within } from '../within.ts';
import { namedPlace, type SigningPlace } from './named-place.ts';

const SCENE =
  /^(?:市|区|县)?(?:[^,。;]{0,14}?)(?:举行|召开|举办|签|会见|会晤|开幕|与|同|和|正式|共同|隆重|达成|出席|启动|会谈|拜会|落笔|落槌|再次|再度|又)|^(?:市|区|县)?,/u;
const NOT_SCENE =
  /^(?:市|区|县)?(?:的|投资|投入|新建|改建|扩建|建成|开工|运营|增设|试点|建设|打造|设立|建立|布局|落地|推进|实施|新增|全面|开展|落户|部署|成立|地区|境内)/u;
export function hanPlace(findings: Findings, act: Act): SigningPlace | null {
  const { read, places } = findings;
  const before = read.sentences[act.sentenceIndex - 1];
  const scene = /^(?:会上|其间|期间|会后|会前|会议期间|开幕式上|仪式上|现场)/u.test(
    read.text.slice(act.sentence.start, act.sentence.start + 8),
  );
  const ranges = scene && before ? [act.sentence, before] : [act.sentence];
  for (const range of ranges) {
    const short = abbreviated(findings, range);
    if (short) return short;
    for (const place of within(places, range.start, range.end)) {
      // 在浙江省杭州市阿里巴巴总部: the last of a row is where it was.
      const inner = within(places, place.end, place.end + 1)[0];
      if (
        inner &&
        isScene(findings, { ...inner, start: place.start }) &&
        !OFFICE.test(read.text.slice(inner.end))
      )
        return namedPlace(findings, inner);
      if (isScene(findings, place)) return namedPlace(findings, place);
    }
  }
  return unlisted(findings, act);
}

/** 在泽当签署, 在乌镇举行的大会上: a town that is in no list. */
function unlisted(findings: Findings, { clause, sentence, cue }: Act): SigningPlace | null {
  const from = clause.start > cue.start ? clause.start : sentence.start;
  const text = findings.read.text.slice(from, clause.end);
  const match =
    /(?<=[在于])(?![会现当此线场台前座])(?:(?![上下内中里间后前]签)\p{Script=Han}){2,4}?(?=(?:正式|共同|联合|隆重)?签(?:署|订|约|下|字)|(?:举行|举办|召开)的[^,。;]{2,24}(?:上|期间|现场))/u.exec(
      text,
    );
  if (!match || /[会式程日年月]/u.test(match[0]) || /[上下内中里间后前]$/u.test(match[0])) return null;
  const start = from + match.index;
  return namedPlace(findings, { start, end: start + match[0].length });
}

/** 在五菱宝骏基地签署, 仪式于横琴天沐琴台举行: a base, a hall, a district by its whole name. */
const SCENE_BY_NAME =
  /(?<=[在于])(?![会现当此线场前座])(?<name>(?:(?![在于和与同将把等第])\p{Script=Han}){1,13}?(?:基地|总部|新区|湾区|园区|工业园|琴台|会馆|展馆|大楼|大厅|中心|广场|码头|古镇|(?<!人民)政府))(?=(?:正式|共同|联合|隆重|顺利)?(?:签(?:署|订|约|下|字)|举行|举办|召开)|(?<=政府总部)[与和同跟])/u;

export function sceneByName(read: Findings['read'], { start, end }: Stretch): SigningPlace | null {
  const match = SCENE_BY_NAME.exec(read.text.slice(start, end));
  const name = match?.groups?.name;
  if (!match || name === undefined || /地区|领域|方面|某|大道|大街/u.test(name)) return null;
  const at = { start: start + match.index, end: start + match.index + name.length };
  return { ...at, name: asWritten(read, at) };
}

/** 山东大厦 is a house, not a place to sign in the province of its name. */
const HOUSE = /^(?:大厦|宾馆|饭店|酒店|会堂|大学|会议中心|迎宾馆)/u;

/** 台湾大道 is a street in another town. */
const STREET = /^(?:大道|大街|[东西南北中]?路(?!演)|街|广场)/u;
/** The seat of a company, where a signing is held. */
const SEAT = /^市?(?:的[^,。;]{0,14})?(?:全球|集团|区域|公司)?总部(?!经济|基地)/u;

const OFFICE =
  /^(?:省|市|区|县|州)?(?:委|人民政府|政府|政协|人大|领导|书记|省长|市长|区长|县长|副省长|副市长|主席|党委)/u;

export function isScene(
  { read: { text }, sense }: Findings,
  { start, end, candidates }: PlaceMention,
): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 24);
  const place = sense.choose(candidates);
  if (STREET.test(after)) return false;
  if (HOUSE.test(after) && place.level === 'province' && !place.city) return false;
  // 在位于西安的公司总部, 在公司深圳总部.
  if (/在(?:位于)?[^,。;在]{0,6}$/u.test(text.slice(Math.max(0, start - 10), start)) && SEAT.test(after))
    return true;
  // 在山东省委书记见证下: an office of the place, not the place.
  if (OFFICE.test(after)) return false;
  // 签约仪式30日走进三明市将乐县, 地点就在金华.
  if (/(?:仪式[^,。;]{0,8}走进|地点(?:就)?(?:在|设在))$/u.test(text.slice(Math.max(0, start - 14), start)))
    return true;
  return /[在于]$/u.test(before) && !NOT_SCENE.test(after) && SCENE.test(after);
}

const KNOWN = '京沪津渝汉蓉穗榕杭甬筑邕厦宁邑';

/** 在沪签署, 在汉: one character that stands for a city; any one of a town the text names (在沈 in one of 沈阳, 在锡 of 无锡). */
function abbreviated({ read, everyPlace }: Findings, range: Stretch): SigningPlace | null {
  const text = read.text.slice(range.start, range.end);
  const match = /(?<=[在于])(?<short>\p{Script=Han})(?=签|举行|召开|举办|与|同|会|开幕|正式|,|隆重)/u.exec(
    text,
  );
  const short = match?.groups?.short;
  if (!match || short === undefined) return null;
  const known =
    KNOWN.includes(short) || everyPlace.some(({ start, end }) => read.text.slice(start, end).includes(short));
  if (!known) return null;
  const at = { start: range.start + match.index, end: range.start + match.index + 1 };
  return { ...at, name: asWritten(read, at) };
}
