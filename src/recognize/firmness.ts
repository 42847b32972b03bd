/**
 * How firmly an act and its parties are told: 0 to 1. Organs weigh more than places and titles, the clause more than its
 * neighbours; references, side remarks and signings beside other news weigh little.
 */
import type { Topic } from '../domain/lexicon.ts';
import type { Act } from './acts.ts';
import type { Findings } from './findings.ts';
import type { Parties } from './sides/sides.ts';
import { within } from './within.ts';

const BASE = { organ: 0.92, generic: 0.86, place: 0.8, official: 0.7, national: 0 } as const;

export function firmness(findings: Findings, act: Act, parties: Parties, lead: boolean): number {
  const best = Math.max(...parties.governments.map(({ kind }) => BASE[kind]));
  let score = best;
  if (parties.circle === 'sentence') score -= 0.05;
  if (parties.circle === 'neighbour') score -= 0.15;
  if (act.kind === 'ceremony' && !act.document) score -= 0.05;
  // In the lead a document named with both parties is the news; further down it is a reference.
  if (isReference(findings, act)) score -= isLead(findings, act) && !isUnder(findings, act) ? 0.35 : 0.45;
  if (isNounModifier(findings, act)) score -= 0.45;
  if (!parties.companies.some(({ kind }) => kind === 'ict'))
    score -=
      spokenOf(findings, act) || isOfTheTrade(findings, parties) || isOnTheTrade(findings, act) ? 0.2 : 0.5;
  if (isSponsoring(findings, act)) score -= 0.5;
  if ((!lead && isSideRemark(findings, act)) || isBesideOthers(findings, act)) score -= 0.5;
  return Math.max(0, Math.min(1, Math.round(score * 100) / 100));
}

function isLead({ read }: Findings, act: Act): boolean {
  const first = read.lead;
  return act.sentenceIndex <= first;
}

/** "under its agreement with": a document named in passing, outside the headline. */
function isReference(findings: Findings, act: Act): boolean {
  const { read } = findings;
  return (
    !act.inTitle &&
    act.kind === 'ceremony' &&
    / (?:with|between)$/.test(read.lower.slice(act.cue.start, act.cue.end)) &&
    !isFreshNews(read.lower, act) &&
    !isAtCeremony(findings, act)
  );
}

/** "… said at the signing ceremony. Under the agreement with the province": the one that the ceremony is for. */
function isAtCeremony({ cues, read }: Findings, { cue }: Act): boolean {
  return within(cues.act, Math.max(0, cue.start - 400), cue.start).some(({ start, end }) =>
    /^(?:signing ceremony|contract signing|mou signing|agreement signing|signing event)$/.test(
      read.lower.slice(start, end),
    ),
  );
}

/** "With a new 10-year agreement between A and B, announced on Tuesday, …". */
function isFreshNews(lower: string, { cue, sentence }: Act): boolean {
  return (
    /\b(?:a|the|its|their) new (?:[\w-]+ ){0,2}$/.test(lower.slice(sentence.start, cue.start)) &&
    /, (?:which was )?(?:announced|unveiled|signed|finali[sz]ed|disclosed|reached|concluded|made public) (?:on |late |earlier )?(?:today|yesterday|here|this|(?:mon|tues|wednes|thurs|fri|satur|sun)day)/.test(
      lower.slice(cue.end, sentence.end),
    )
  );
}

/** "pilots trained under an agreement between": behind the beginning of its sentence, only the ground of other news. */
function isUnder({ read }: Findings, { cue, sentence }: Act): boolean {
  const before = read.lower.slice(sentence.start, cue.start);
  return (
    before.length > 20 &&
    /\b(?:under|following|in line with|part of|thanks to|based on|result of|outcome of|fruit of|product of|because of) (?:an?|the|its|their) (?:[\w-]+ ){0,3}$/.test(
      before,
    )
  );
}

/** 龙岗区与中国电信签约的运维项目: behind the lead, a signing that only says which project is meant. */
function isNounModifier(findings: Findings, act: Act): boolean {
  const { text } = findings.read;
  return (
    !act.inTitle &&
    text[act.cue.end] === '的' &&
    !isLead(findings, act) &&
    !/现场|此次|这次|本次|今[天日]|[昨当]日|\d日/u.test(text.slice(act.clause.start, act.cue.start))
  );
}

/** A firm in no list that calls itself a technology firm, in an article that speaks of the trade again and again. */
function isOfTheTrade({ topics, read }: Findings, { companies }: Parties): boolean {
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

/** An article on information technology: a headline or a lead that says so, and more of it behind. */
function isOnTheTrade({ topics, read }: Findings, { sentenceIndex }: Act): boolean {
  // Words that show a topic and words of the trade; "online" and "technology" alone are said of anything.
  const told = topics.flatMap(({ start, end, topics: shown }) => {
    const word = read.lower.slice(start, end);
    const digital = DIGITAL.exec(read.lower.slice(start, end + 16))?.[0];
    const counts = digital !== undefined || shown.some((topic) => !LOOSE.has(topic)) || TRADE.test(word);
    return counts ? [{ start, word: digital ?? word }] : [];
  });
  const near = read.sentences[sentenceIndex + 1] ?? read.sentences[sentenceIndex];
  const head = Math.max(read.bodyStart, near?.end ?? 0);
  return new Set(told.map(({ word }) => word)).size >= 2 && (told[0]?.start ?? Infinity) < head;
}

/** "signed an agreement to be one of the sponsors of the festival": whoever signs, it is about the festival. */
function isSponsoring(findings: Findings, act: Act): boolean {
  const { cue, clause } = act;
  if (spokenOf(findings, act)) return false;
  return /\b(?:to be|as|to become) (?:(?:an?|the|one of the) )?(?:[a-z-]+ ){0,2}sponsors?\b|\bsponsorship (?:agreement|deal|contract|memorandum)\b|\bto sponsor\b/.test(
    findings.read.lower.slice(Math.max(clause.start, cue.start - 30), clause.end),
  );
}

/** A topic of information technology in the sentence of the act. */
function spokenOf({ topics, read }: Findings, act: Act): boolean {
  const { start, end } = act.sentence;
  if (within(topics, start, end).some((word) => word.topics.some((topic) => !LOOSE.has(topic)))) return true;
  // “智慧临安”项目.
  return /[“"]智慧\p{Script=Han}{2,4}[”"]/u.test(read.text.slice(start, end));
}

/** "At the ceremony, the tech giant and the city also signed": a part of the event that the article is about. */
const AT_THE_EVENT =
  /^(?:at|during|after|on the sidelines of) the (?:[a-z-]+ ){0,2}(?:ceremony|event|meeting|talks|visit|forum)\b/;

/** "the city, which on Sunday entered into": with its day it is news. */
const ON_A_DAY = /\b(?:today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/;

/** "The same day the district also signed": what the headline is about, which names both sides. */
function isHeadline({ read, governments, companies }: Findings, act: Act): boolean {
  const head = { start: 0, end: read.bodyStart };
  const named = within(companies, act.sentence.start, act.sentence.end).map(({ canonical }) => canonical);
  return (
    within(governments, head.start, head.end).length > 0 &&
    within(companies, head.start, head.end).some(({ canonical }) => named.includes(canonical))
  );
}

/** "At the ceremony he also witnessed the signing". */
const ALSO_SAW = /\balso (?:witness(?:ed|es)|saw|sees|attended|presided over|oversaw)\b/;

/** The lead launches something. */
function isLaunched({ cues, read }: Findings): boolean {
  const end = read.sentences[Math.max(read.lead, 0)]?.end ?? 0;
  return (
    /\b(?:launch(?:ed|es|ing)?|unveil(?:ed|s|ing)|inaugurat(?:ed|es|ing))\b/.test(
      read.lower.slice(read.bodyStart, end),
    ) && within(cues.act, read.bodyStart, end).length === 0
  );
}

/** "also signed" behind other news, or a signing without a day of its own far below a lead about a launch. */
function isSideRemark(findings: Findings, act: Act): boolean {
  const { cues, read } = findings;
  const first = read.lead;
  const { start, end } = act.sentence;
  // "the memorandums which Y signed with Z will be put into effect, … had also signed": behind the news of its own sentence.
  if (
    /\b(?:had|has|have) also (?:[a-z]+ (?:an?|the|its) (?:[\w-]+ ){0,2})?$/.test(
      read.lower.slice(start, act.cue.start),
    ) &&
    within(cues.act, start, act.cue.start).length > 0
  )
    return true;
  if (act.sentenceIndex <= first) return false;
  const also =
    (ALSO_SAW.test(read.lower.slice(start, act.cue.start)) && isLaunched(findings)) ||
    within(cues.mood, start, end).some(
      (word) => word.classes.includes('also_signed') && word.start <= act.cue.start && act.cue.start < end,
    );
  if (also && isHeadline(findings, act)) return false;
  if (also && isLaunched(findings)) return true;
  if (also) return !AT_THE_EVENT.test(read.lower.slice(start, act.cue.start));
  // "Unicom, which had this month also renewed its accord with Jilin, expects": said of somebody by the way.
  const relative = /, (?:which|who)(?: [a-z]+){0,5} $/.exec(read.lower.slice(start, act.cue.start))?.[0];
  if (relative !== undefined) return !ON_A_DAY.test(relative);
  const lead = { start: 0, end: read.sentences[first + 1]?.end ?? 0 };
  if (act.cue.start < lead.end) return false;
  const told = [...cues.document, ...cues.act].some((word) => word.start < lead.end && !isLaunch(word, cues));
  const launch = within(cues.scene, lead.start, lead.end).some(({ classes }) =>
    classes.includes('other_news'),
  );
  // "The state recently announced an agreement with several providers": at the end of other news.
  if (!told && /^announce/.test(read.lower.slice(act.cue.start, act.cue.end))) return true;
  return launch && !told;
}

/** 市政府与农业银行签约 in title and lead, and an ICT company's agreement at the end: the news is the bank's. */
function isBesideOthers({ companies, cues, read }: Findings, act: Act): boolean {
  const end = read.sentences[Math.max(read.lead, 0)]?.end ?? 0;
  if (act.cue.start < end) return false;
  const head = within(companies, 0, end);
  return head.length > 0 && head.every(({ kind }) => kind === 'other') && within(cues.act, 0, end).length > 0;
}

/** "signed up for the app" is no signing. */
function isLaunch(word: { start: number; end: number }, cues: Findings['cues']): boolean {
  return cues.scene.some(
    (one) => one.classes.includes('other_news') && one.start <= word.start && word.start < one.end,
  );
}
