/** Where it was signed, told by where they met or travelled: in a sentence beside the signing or some before it. */
import type { Act } from '../acts.ts';
import type { Findings } from '../findings.ts';
import { within } from '../within.ts';
import { namedPlace, type SigningPlace } from './named-place.ts';

/** "The secretary met in Yinchuan with the chairman, and together they witnessed the signing": told in a sentence beside. */
export function metIn(findings: Findings, { sentenceIndex }: Act): SigningPlace | null {
  const { read, places } = findings;
  for (const index of [sentenceIndex + 1, sentenceIndex - 1]) {
    const beside = read.sentences[index];
    if (!beside || beside.start < read.bodyStart) continue;
    const words = read.text.slice(beside.start, beside.end);
    if (!/\b(?:met|meeting|talks)\b/.test(words) || !/\bsigning\b/.test(words)) continue;
    const town = within(places, beside.start, beside.end).find(({ start }) =>
      /\b(?:met|meeting|talks) in $/.test(read.text.slice(Math.max(beside.start, start - 12), start)),
    );
    if (town) return namedPlace(findings, town);
  }
  return AFTER_MEETING.test(read.text.slice(read.sentences[sentenceIndex]?.start ?? 0))
    ? meeting(findings, sentenceIndex)
    : null;
}

const AFTER_MEETING = /^(?:["“])?(?:After|Following|At the end of|During) (?:the|their) (?:meeting|talks)\b/;
/** "met with the chairman of the firm in Nanjing on Wednesday". */
const MET_IN = /\b(?:met|held talks|had talks)\b[^.;]{0,120} in (?:the )?$/;

/** "After the meeting the two signed": where it had begun, some sentences before. */
function meeting(findings: Findings, sentenceIndex: number): SigningPlace | null {
  const { read, places } = findings;
  for (const sentence of read.sentences.slice(Math.max(0, sentenceIndex - JOURNEY), sentenceIndex)) {
    const town = within(places, sentence.start, sentence.end).find(
      ({ start, end }) =>
        MET_IN.test(read.text.slice(sentence.start, start)) &&
        /^(?:[,.]| (?:on|yesterday|today|this|last)\b)/.test(read.text.slice(end, end + 12)),
    );
    if (town) return namedPlace(findings, town);
  }
  return null;
}

/** How many sentences before the act a journey or a meeting may be told. */
const JOURNEY = 3;

/** "led a delegation to Shenzhen … witnessed the signing": where the journey went, when that is not at home. */
export function visited(
  findings: Findings,
  { sentenceIndex, inTitle }: Act,
  regions: readonly (string | null)[],
): SigningPlace | null {
  const { read, places, sense } = findings;
  if (inTitle) return null;
  const from = read.sentences[Math.max(0, sentenceIndex - JOURNEY)];
  const until = read.sentences[sentenceIndex];
  if (!from || !until) return null;
  const town = within(places, Math.max(from.start, read.bodyStart), until.start).find(
    (place) =>
      /\b(?:(?:led|headed|sent|took) (?:an? )?(?:[a-z]+ )?delegation to|arrived in|travell?ed to|flew to|went to) $/.test(
        read.text.slice(Math.max(0, place.start - 40), place.start),
      ) && sense.choose(place.candidates).city !== null,
  );
  return town && !regions.includes(sense.choose(town.candidates).region) ? namedPlace(findings, town) : null;
}
