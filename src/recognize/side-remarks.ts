/**
 * Signings that an article tells by the way: "also signed" behind other news, in a relative clause, at the end of a report
 * about a launch, or beside the news of a bank.
 */
import type { Act } from './acts.ts';
import type { Findings } from './findings.ts';
import { within } from './within.ts';

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

/** "The council chose Y on Thursday. The operator also signed": of both whom the lead is about, which launches nothing. */
function isOfTheLead(findings: Findings, act: Act): boolean {
  const { read, governments, companies } = findings;
  if (isLaunched(findings) || act.sentenceIndex !== read.lead + 1) return false;
  const { start, end } = read.sentences[Math.max(read.lead, 0)] ?? act.sentence;
  const own = within(companies, act.sentence.start, act.sentence.end);
  const told = within(companies, start, end).filter(({ kind }) => kind === 'ict');
  return (
    told.length > 0 &&
    own.every(({ canonical }) => told.some((one) => one.canonical === canonical)) &&
    within(governments, start, end).some(({ kind }) => kind === 'organ')
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
export function isSideRemark(findings: Findings, act: Act): boolean {
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
  if (also && (isHeadline(findings, act) || isOfTheLead(findings, act))) return false;
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
export function isBesideOthers({ companies, cues, read }: Findings, act: Act): boolean {
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
