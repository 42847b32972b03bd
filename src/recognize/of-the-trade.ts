/**
 * Whether a signing whose company nobody knows is about information technology: by the sentence of the act, by the name,
 * or by an article that speaks of the trade from its beginning.
 */
import type { Topic } from '../domain/lexicon.ts';
import type { Act } from './acts.ts';
import type { Findings } from './findings.ts';
import type { Parties } from './sides/sides.ts';
import { within } from './within.ts';

/** Any of the three. */
export function isOfTheTrade(findings: Findings, act: Act, parties: Parties): boolean {
  return spokenOf(findings, act) || isByItsName(findings, parties) || isOnTheTrade(findings, act);
}

/** A firm in no list that calls itself a technology firm, in an article that speaks of the trade again and again. */
function isByItsName({ topics, read }: Findings, { companies }: Parties): boolean {
  return (
    topics.filter((word) => word.topics.length > 0).length >= 2 &&
    companies.some(({ start, end }) =>
      /\b(?:tech|technology|technologies|digital|cyber\p{L}*)\b/iu.test(read.text.slice(start, end)),
    )
  );
}

const TRADE =
  /^(?:telecoms?|telcos?|telecommunications|internet|network|networks|mobile network|3g|wcdma|lte|ict|information technology|information sector|information industry|base stations?|信息化|信息通信|信息技术|电子信息|算力|数字经济|数字化|基站|通信|互联网\+|新基建|软件|网信)$/;

/** Topics whose words are said of factories, farms and shops as well. */
const LOOSE: ReadonlySet<Topic> = new Set(['industrial internet', 'rural informatization', 'e-commerce']);
const DIGITAL =
  /^digital (?:economy|technolog|transform|government|infrastr|services|platform|inclusion|skills)/;

const CALLED =
  /\b(?:operator|carrier|telco|telecom(?:munications?)? (?:company|firm|operator|giant|provider|group)|internet (?:company|service provider|provider|firm|giant)|mobile operator|tech(?:nology)? (?:giant|company|firm)|it (?:company|firm|giant)|software (?:company|giant|firm))\b/;
const SMART = /\b[Ss]mart \p{Lu}\p{Ll}{2,}/u;

/** An article on information technology: a headline or a lead that says so, and more of it behind. */
function isOnTheTrade({ topics, read }: Findings, { sentenceIndex }: Act): boolean {
  // Words that show a topic and words of the trade; "online" and "technology" alone are said of anything.
  const told = topics.flatMap(({ start, end, topics: shown }) => {
    const word = read.lower.slice(start, end);
    const digital = DIGITAL.exec(read.lower.slice(start, end + 16))?.[0];
    const counts = digital !== undefined || shown.some((topic) => !LOOSE.has(topic)) || TRADE.test(word);
    return counts ? [{ start, word: digital ?? word }] : [];
  });
  // "the operator", "Smart Numira": what the company is called, and what the town is to be.
  const called = CALLED.exec(read.lower);
  if (called) told.push({ start: called.index, word: 'operator' });
  const smart = SMART.exec(read.text);
  if (smart) told.push({ start: smart.index, word: 'smart town' });
  const near = read.sentences[sentenceIndex + 1] ?? read.sentences[sentenceIndex];
  const head = Math.max(read.bodyStart, near?.end ?? 0);
  return (
    new Set(told.map(({ word }) => word)).size >= 2 && Math.min(...told.map(({ start }) => start)) < head
  );
}

/** A topic of information technology in the sentence of the act. */
export function spokenOf({ topics, read }: Findings, act: Act): boolean {
  const { start, end } = act.sentence;
  if (within(topics, start, end).some((word) => word.topics.some((topic) => !LOOSE.has(topic)))) return true;
  // “智慧临安”项目.
  return /[“"]智慧\p{Script=Han}{2,4}[”"]/u.test(read.text.slice(start, end));
}
