/**
 * Where it was signed: 在济南 … 签署, the hall and city of the ceremony, 在沪, "signed in Changsha", "at Government
 * House, Asaba"; a dateline only when the signing is told to have been "here", or it lies in the region of the parties.
 */
import type { Stretch } from '../wording/sentences.ts';
import type { Act } from './acts.ts';
import type { Findings } from './findings.ts';
import type { PlaceMention } from './place-index.ts';
import { asWritten } from './reading.ts';
import { within } from './within.ts';

export interface SigningPlace extends Stretch {
  /** As in the text's language, without 市. */
  name: string;
}

const HAN = /\p{Script=Han}/u;
const SCENE =
  /^(?:市|区|县)?(?:[^,。;]{0,14}?)(?:举行|召开|举办|签|会见|会晤|开幕|与|同|和|正式|共同|隆重|达成|出席|启动|会谈|拜会|落笔|落槌)|^(?:市|区|县)?,/u;
const NOT_SCENE =
  /^(?:市|区|县)?(?:的|投资|投入|新建|改建|扩建|建成|开工|运营|增设|试点|建设|打造|设立|建立|布局|落地|推进|实施|新增|全面|开展|落户|部署|成立|地区|境内)/u;
const PROJECT =
  /\b(?:invest|investing|investment|build|building|develop|deploy|lay|project|network|infrastructure|services?|yuan|across|upgrade)\b/i;

export function signingPlace(
  findings: Findings,
  acts: readonly Act[],
  regions: readonly (string | null)[],
): SigningPlace | null {
  for (const act of acts) {
    const found = besideAct(findings, act) ?? ceremonyPlace(findings, act) ?? hall(findings, act);
    if (found) return found;
  }
  return datelinePlace(findings, acts, regions);
}

const HAN_HALL =
  /(?<=[在于])(?!会上)(?:(?![与和同,。;:会举签召])\p{Script=Han}){2,16}?(?:产业园|园区|宾馆|酒店|饭店|会议中心|政务中心|行政中心|展览中心|国际中心|大厦|礼堂|会堂|会展中心|博览中心|会议室|展馆)/u;
const LATIN_HALL =
  /(?<=\b(?:at|in) (?:the )?)(?:\p{Lu}[\p{L}'.-]+ (?:(?:of|de|and|the|la) )*){1,5}(?:Centre|Center|Hall|House|Hotel|Office|Palace|Secretariat|Building|Complex|Auditorium|Headquarters|Campus|Museum|Villa|Tower|Pavilion|building|Capitol)(?![\p{L}])|(?<=\b(?:at|in) (?:the )?)(?:Casa|Palazzo|Palacio|Palais|Government House|City Hall|State House)(?: (?:de|di|del|of|da)| \p{Lu}[\p{L}'.-]+){0,4}/u;

/** No city is named: the house where it was signed. */
function hall({ read }: Findings, { sentence }: Act): SigningPlace | null {
  const text = read.text.slice(sentence.start, sentence.end);
  const match = HAN_HALL.exec(text) ?? LATIN_HALL.exec(text);
  if (!match) return null;
  const start = sentence.start + match.index;
  const end = start + match[0].length;
  // "at Natalia building in Pietermaritzburg": the town behind the house.
  const town = /^(?: in|,) (?<town>\p{Lu}[\p{L}'-]{3,}(?: \p{Lu}[\p{L}'-]+)?)(?=[,.;]|$)/u.exec(
    read.text.slice(end, end + 40),
  );
  const name = town?.groups?.town;
  if (name === undefined) return { start, end, name: asWritten(read, { start, end }) };
  const at = { start: end + (town?.[0].length ?? 0) - name.length, end: end + (town?.[0].length ?? 0) };
  return { ...at, name: asWritten(read, at) };
}

function besideAct(findings: Findings, act: Act): SigningPlace | null {
  const { read, places } = findings;
  const han = HAN.test(read.text[act.cue.start] ?? '');
  if (!han) return latinPlace(findings, act, act.sentence);
  const before = read.sentences[act.sentenceIndex - 1];
  const scene = /^(?:会上|其间|期间|会后|会前|会议期间|开幕式上|仪式上|现场)/u.test(
    read.text.slice(act.sentence.start, act.sentence.start + 8),
  );
  const ranges = scene && before ? [act.sentence, before] : [act.sentence];
  for (const range of ranges) {
    const short = abbreviated(findings, range);
    if (short) return short;
    for (const place of within(places, range.start, range.end)) {
      if (isScene(findings, place)) return named(findings, place);
    }
  }
  return unlisted(findings, act);
}

/** 在泽当签署: a town that is in no list, right before the act. */
function unlisted(findings: Findings, { clause }: Act): SigningPlace | null {
  const text = findings.read.text.slice(clause.start, clause.end);
  const match =
    /(?<=[在于])(?![会现当此线场台前座])(?:(?![上下内中里间后前]签)\p{Script=Han}){2,4}?(?=(?:正式|共同|联合|隆重)?签(?:署|订|约|下|字))/u.exec(
      text,
    );
  if (!match || /[会式程日年月]/u.test(match[0]) || /[上下内中里间后前]$/u.test(match[0])) return null;
  const start = clause.start + match.index;
  return named(findings, { start, end: start + match[0].length });
}

/** 山东大厦 is a house, not a place to sign in the province of its name. */
const HOUSE = /^(?:大厦|宾馆|饭店|酒店|会堂|大学|会议中心|迎宾馆)/u;

/** 台湾大道 is a street in another town. */
const STREET = /^(?:大道|大街|[东西南北中]?路(?!演)|街|广场)/u;
/** The seat of a company, where a signing is held. */
const SEAT = /^市?(?:的[^,。;]{0,14})?(?:全球|集团|区域|公司)?总部(?!经济|基地)/u;

function isScene({ read: { text }, sense }: Findings, { start, end, candidates }: PlaceMention): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 24);
  const place = sense.choose(candidates);
  if (STREET.test(after)) return false;
  if (HOUSE.test(after) && place.level === 'province' && !place.city) return false;
  // 在位于西安的公司总部, 在公司深圳总部.
  if (/在(?:位于)?[^,。;在]{0,6}$/u.test(text.slice(Math.max(0, start - 10), start)) && SEAT.test(after))
    return true;
  return /[在于]$/u.test(before) && !NOT_SCENE.test(after) && SCENE.test(after);
}

/** 在沪签署, 在汉: one character that stands for a city or a municipality. */
function abbreviated({ read }: Findings, range: Stretch): SigningPlace | null {
  const text = read.text.slice(range.start, range.end);
  const match =
    /(?<=[在于])(?<short>[京沪津渝汉蓉穗榕杭甬筑邕厦宁邑])(?=签|举行|召开|举办|与|同|会|开幕|正式|,|隆重)/u.exec(
      text,
    );
  if (!match) return null;
  const at = { start: range.start + match.index, end: range.start + match.index + 1 };
  return { ...at, name: asWritten(read, at) };
}

/** A ceremony told in the sentence beside: "Both sides put their names to it at the State House, Abuja." */
function ceremonyPlace(findings: Findings, act: Act): SigningPlace | null {
  const { read } = findings;
  const next = read.sentences[act.sentenceIndex + 1];
  if (!next) return null;
  const text = read.text.slice(next.start, next.end);
  if (/签约仪式|签字仪式|签署仪式/u.test(text)) {
    const place = within(findings.places, next.start, next.end).find((one) => isScene(findings, one));
    return place ? named(findings, place) : null;
  }
  if (/\b(?:signing|ceremony|event)\b[^.]{0,40}\b(?:took place|held|at|in)\b/i.test(text))
    return latinPlace(findings, act, next);
  return null;
}

function latinPlace(findings: Findings, act: Act, range: Stretch): SigningPlace | null {
  const { read, places } = findings;
  const anchor = range === act.sentence ? act.cue.start : range.start;
  const anchorEnd = range === act.sentence ? Math.max(act.cue.end, act.document?.end ?? 0) : range.start;
  for (const place of within(places, range.start, range.end)) {
    const level = findings.sense.choose(place.candidates).level;
    if (level === 'country') continue;
    const before = read.text.slice(range.start, place.start);
    const inside = /\bin (?:the )?(?:city of |capital |coastal city of )?$/.test(before);
    if (/\b(?:ceremony|signing)(?: (?:was )?(?:held|took place))? in (?:the )?$/.test(before))
      return named(findings, place);
    const hall = /\bat (?:the )?[^.;]{3,90}(?:, | in )$/.test(before);
    if (!inside && !hall) continue;
    const [from, to] = place.start > anchorEnd ? [anchorEnd, place.start] : [place.end, anchor];
    const between = read.text.slice(from, Math.max(from, to));
    if (between.length > 130 || (PROJECT.test(between) && !hall && !/, in (?:the city of )?$/.test(before)))
      continue;
    if (level === 'province' && !findings.sense.choose(place.candidates).city && !hall) continue;
    return named(findings, place);
  }
  return null;
}

function datelinePlace(
  findings: Findings,
  acts: readonly Act[],
  regions: readonly (string | null)[],
): SigningPlace | null {
  const { read, places, sense } = findings;
  const first = within(places, read.bodyStart, read.bodyStart + 600).find(
    ({ start, end }) =>
      (start < read.bodyStart + 80 || read.text[start - 1] === '\n') &&
      /^(?: ?\([^)\n]{1,30}\))?(?::| ?--| ?[-—] |,? \([^)\n]{0,60}(?:20\d\d|APP|PNA|PIA|NAN|KNA|IANS|ANI|PTI|Bernama|Xinhua)\)|, (?:\(\p{Lu}|\p{Lu}\p{L}{2,8}\.? \d|\d))/u.test(
        read.text.slice(end, end + 84),
      ),
  );
  if (!first) return null;
  const place = sense.choose(first.candidates);
  const here = acts.some(({ sentence, sentenceIndex }) => {
    const next = read.sentences[sentenceIndex + 1];
    const after = next ? read.text.slice(next.start, next.end) : '';
    return (
      /\bhere\b/.test(read.text.slice(sentence.start, sentence.end)) ||
      /\bceremony\b[^.]{0,40}\bhere\b/.test(after)
    );
  });
  const lead = acts.some((act) => act.sentence.start <= first.end + 60);
  const told = here || (lead && regions.includes(place.region));
  return told && place.level !== 'country' ? named(findings, first) : null;
}

/** A dateline's LAGOS is Lagos. */
function titleCase(name: string): string {
  if (name !== name.toUpperCase() || name.length < 4) return name;
  return name.toLowerCase().replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase());
}

function named({ read }: Findings, { start, end }: Stretch): SigningPlace {
  const written = asWritten(read, { start, end });
  return {
    start,
    end,
    name: HAN.test(written) ? written.replace(/(?<=..)市$/u, '') : titleCase(written),
  };
}
