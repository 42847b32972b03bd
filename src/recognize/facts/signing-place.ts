/**
 * Where it was signed: told beside the act or in the sentence about the ceremony, the house of the ceremony, a town in
 * no list; a dateline only when the signing is told to have been "here", or it lies in the region of the parties.
 */
import type { Act } from '../acts.ts';
import type { Findings } from '../findings.ts';
import { asWritten } from '../reading.ts';
import { within } from '../within.ts';
import { namedPlace, type SigningPlace } from './named-place.ts';
import { hanPlace, isScene, sceneByName } from './signing-place-han.ts';
import { latinPlace, unlistedPlace } from './signing-place-latin.ts';
import { metIn, visited } from './signing-place-met.ts';

const HAN = /\p{Script=Han}/u;

export function signingPlace(
  findings: Findings,
  acts: readonly Act[],
  regions: readonly (string | null)[],
): SigningPlace | null {
  const here = acts.some(({ sentence }) =>
    /\bsigned here\b|\bhere (?:at|in) /.test(findings.read.lower.slice(sentence.start, sentence.end)),
  );
  // "was signed here at Mantralaya": the town of the report, and not the house in it.
  const town = here ? datelinePlace(findings, acts, regions) : null;
  if (town) return town;
  for (const act of acts) {
    const found =
      besideAct(findings, act) ??
      thereAsBefore(findings, act) ??
      ceremonyPlace(findings, act) ??
      hall(findings, act, regions) ??
      sceneByName(findings.read, act.sentence) ??
      ward(findings, act) ??
      unlistedPlace(findings, act) ??
      metIn(findings, act) ??
      visited(findings, act, regions);
    if (found) return found;
  }
  return datelinePlace(findings, acts, regions);
}

const HAN_HALL =
  /(?<=[在于])(?!会上)(?:(?![与和同,。;:会举签召])\p{Script=Han}){1,16}?(?:产业园|科创园|创新园|创业园|科技园|迎宾馆|山庄|会客厅|大会堂|园区|宾馆|酒店|饭店|会议中心|政务中心|行政中心|展览中心|国际中心|大厦|礼堂|会堂|会展中心|博览中心|会议室|展馆)/u;
const LATIN_HALL =
  /(?<=\b(?:at|in) (?:the )?)(?:\p{Lu}[\p{L}'.-]+ (?:(?:of|de|and|the|la) )*){1,5}(?:Centre|Center|Hall|House|Hotel|Office|Palace|Secretariat|Building|Complex|Auditorium|Headquarters|Library|Club|Campus|Museum|Villa|Tower|Pavilion|building|Capitol|Bhaban|Bhawan|Bhavan|Sadan|Mansion|Residence|Room)(?![\p{L}])|(?<=\b(?:at|in) (?:the )?)(?:Casa|Palazzo|Palacio|Palais|Government House|City Hall|State House)(?: (?:de|di|del|of|da)| \p{Lu}[\p{L}'.-]+){0,4}/u;

/** No city is named: the house where it was signed. */
function hall(
  findings: Findings,
  { sentence }: Act,
  regions: readonly (string | null)[],
): SigningPlace | null {
  const { read } = findings;
  const text = read.text.slice(sentence.start, sentence.end);
  const match = HAN_HALL.exec(text) ?? LATIN_HALL.exec(text);
  if (!match) return null;
  const start = sentence.start + match.index;
  const end = start + match[0].length;
  // "at Natalia building in Pietermaritzburg": the town behind the house.
  const town =
    /^(?: (?:meeting |conference )?(?:room|hall))?(?: in|,) (?<town>\p{Lu}[\p{L}'-]{3,}(?: \p{Lu}[\p{L}'-]+)?)(?=[,.;]| \(| of the|$)/u.exec(
      read.text.slice(end, end + 40),
    );
  const name = town?.groups?.town;
  // "ILORIN - … at the Government House": the town of the report rather than the house in it.
  const report = name === undefined && !HAN.test(match[0]) ? reportedFrom(findings) : null;
  if (report && regions.includes(findings.sense.choose(report.candidates).region))
    return namedPlace(findings, report);
  if (name === undefined) return { start, end, name: asWritten(read, { start, end }) };
  const at = { start: end + (town?.[0].length ?? 0) - name.length, end: end + (town?.[0].length ?? 0) };
  return { ...at, name: asWritten(read, at) };
}

function besideAct(findings: Findings, act: Act): SigningPlace | null {
  return HAN.test(findings.read.text[act.cue.start] ?? '')
    ? hanPlace(findings, act)
    : latinPlace(findings, act, act.sentence);
}

/** "Yesterday in Fuzhou he met … The government and the firm signed an agreement there": the town of the sentence before. */
function thereAsBefore(findings: Findings, { sentence, sentenceIndex, cue }: Act): SigningPlace | null {
  const { read } = findings;
  const before = read.sentences[sentenceIndex - 1];
  if (!before || !/^[^.;]{0,70}\bthere(?:,|\.| on\b|$)/.test(read.lower.slice(cue.end, sentence.end)))
    return null;
  const town = within(findings.places, before.start, before.end).find(({ start }) =>
    /\bin $/.test(read.text.slice(Math.max(0, start - 3), start)),
  );
  return town ? namedPlace(findings, town) : null;
}

/** A ceremony told in the sentence beside: "Both sides put their names to it at the State House, Abuja." */
function ceremonyPlace(findings: Findings, act: Act): SigningPlace | null {
  const { read } = findings;
  const next = read.sentences[act.sentenceIndex + 1];
  if (!next) return null;
  const text = read.text.slice(next.start, next.end);
  if (/仪式/u.test(text)) {
    const place = within(findings.places, next.start, next.end).find((one) => isScene(findings, one));
    return place ? namedPlace(findings, place) : sceneByName(read, next);
  }
  if (/\b(?:signing|ceremony|event)\b[^.]{0,40}\b(?:took place|held|at|in)\b/i.test(text))
    return latinPlace(findings, act, next);
  // "The signing took place at the Landmark Tower, Central Jakarta": two or three sentences on.
  const later = read.sentences
    .slice(act.sentenceIndex + 2, act.sentenceIndex + 4)
    .find(({ start, end }) =>
      /\b(?:signing|ceremony) (?:took place|was held)\b/i.test(read.text.slice(start, end)),
    );
  return later ? latinPlace(findings, act, later) : null;
}

/** "On October 29, in Dong Hoi ward, the committee and the group signed": a place by its unit, before the act. */
function ward({ read }: Findings, { sentence, cue }: Act): SigningPlace | null {
  const match =
    /\b[Ii]n (?<name>\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,2}) (?:ward|town|township|village|commune),/u.exec(
      read.text.slice(sentence.start, cue.start),
    );
  const name = match?.groups?.name;
  if (!match || name === undefined) return null;
  const start = sentence.start + match.index + match[0].indexOf(name);
  return { start, end: start + name.length, name };
}

function datelinePlace(
  findings: Findings,
  acts: readonly Act[],
  regions: readonly (string | null)[],
): SigningPlace | null {
  const { read, sense } = findings;
  const first = reportedFrom(findings);
  if (!first) return null;
  const place = sense.choose(first.candidates);
  const here = acts.some(({ sentence, sentenceIndex }) => {
    const next = read.sentences[sentenceIndex + 1];
    const after = next ? read.text.slice(next.start, next.end) : '';
    return (
      /\bhere\b|\bat (?:the )?(?:city hall|town hall|governor's office)\b/i.test(
        read.text.slice(sentence.start, sentence.end),
      ) || /\bceremony\b[^.]{0,40}\bhere\b/.test(after)
    );
  });
  const lead = acts.some((act) => act.sentence.start <= first.end + 60);
  const told = here || (lead && regions.includes(place.region));
  if (!told || place.level === 'country') return null;
  // "MAASIN CITY, Southern Leyte -": a town in no list before its province.
  const from = Math.max(read.bodyStart, read.text.lastIndexOf('\n', first.start) + 1);
  const town = /(?:^|[\d.] )(?<town>\p{Lu}{3,}(?: \p{Lu}{2,}){0,2}), $/u.exec(
    read.text.slice(from, first.start),
  )?.groups?.town;
  const start = first.start - 2 - (town?.length ?? 0);
  return namedPlace(findings, town === undefined ? first : { start, end: start + town.length });
}

/** The place of a dateline or at the end of a stamp. */
function reportedFrom({ read, places }: Findings): Findings['places'][number] | undefined {
  return within(places, read.bodyStart, read.bodyStart + 600).find(
    ({ start, end }) =>
      ((start < read.bodyStart + 80 || read.text[start - 1] === '\n') &&
        /^(?:, \p{Lu}\p{L}+)?(?: ?\([^)\n]{1,30}\))?(?::| ?--| ?[-—] |,? \([^)\n]{0,60}(?:20\d\d|APP|PNA|PIA|NAN|KNA|IANS|ANI|PTI|Bernama|Xinhua)\)|, (?:\(\p{Lu}|\p{Lu}\p{L}{2,8}\.? \d|\d))/u.test(
          read.text.slice(end, end + 84),
        )) ||
      endsStamp(read.text, start, end),
  );
}

/** "September 29, 2014 06:36 pm IST - Visakhapatnam", a line of its own: the place at the end of a stamp. */
function endsStamp(text: string, start: number, end: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', start) + 1, start - 120), start);
  return text[end] === '\n' && /\b(?:19|20)\d\d\b/.test(line);
}
