/** Signings told as background by their date: one long before the dateline, or a bare year, which news has no use for. */
import type { Stretch } from '../../wording/sentences.ts';
import { type Dateline, daysBefore } from '../days/dateline.ts';
import type { Findings } from '../findings.ts';
import { within } from '../within.ts';
import type { MoodOf, Spot } from './spot.ts';

/** Days after which a signing told behind the lead is an old one. */
const OLD = 45;

/** "An investment agreement was signed", "On April 7th, the two signed": how news is told, right behind the lead. */
const IS_NEWS =
  /^(?:An? (?:[a-z-]+ ){0,4}(?:agreement|memorandum|contract|MoU|MOU|pact|deal)(?: of \w+)? was (?:signed|concluded)$|On \p{Lu}\p{Ll}+ \d{1,2}(?:st|nd|rd|th)?, )/u;
/** "the zone, set up in", "which was founded in". */
const OF_ELSE =
  /(?:, (?:which (?:was|is) )?|\b(?:was|were) )(?:set up|founded|established|created|launched|opened|incorporated|born|formed|built|started|introduced|inaugurated|unveiled|completed|acquired) (?:back )?(?:in|on|since)(?: (?:early|late|mid))? $|\b(?:begins?|starts?|opens?|to be (?:completed|finished|ready)|ready|due|expected) (?:in|by|from|on)(?: (?:early|late|mid))? $/;

/** A date beside the act that lies long before the dateline; the lead and the title are never taken for background. */
export function longAgo(
  { read }: Findings,
  line: Dateline,
  { cue, sentence, sentenceIndex, inTitle }: Spot,
): MoodOf | null {
  const lead = read.lead;
  // "an addendum to the 2021 contract was signed": the year is of what it adds to.
  const added =
    /\b(?:addendum|amendment|supplement|extension|annex|renewal) (?:to|of) the (?:19|20)\d\d\b/.test(
      read.lower.slice(sentence.start, cue.start),
    );
  const told = inTitle || added ? null : yearBefore(read.lower, sentence, cue);
  // 2019年…签署…,如今成果丰硕: the lead looks back itself.
  if (
    told &&
    /如今|至今|现已|目前已|时至今日|\bsince then\b|[;,] (?:today|now|by now)\b/.test(
      read.lower.slice(cue.end, sentence.end),
    )
  )
    return { mood: 'earlier', moodCue: told };
  if (told && isLongSince(read, line, told)) return { mood: 'earlier', moodCue: told };
  // "X and Y, which inked a pact in 2016, have launched": the sentence is about something else.
  if (told && isAside(read.lower, sentence, cue)) return { mood: 'earlier', moodCue: told };
  // "the city's 2018 deal with".
  if (
    told &&
    /^(?:the|its|their|'s) /.test(read.lower.slice(told.start, told.end)) &&
    (!line.base || line.base.year > told.year)
  )
    return { mood: 'earlier', moodCue: told };
  if (inTitle || sentenceIndex <= lead) return null;
  // News tells the day: a bare year, or a month and its year, is how one looks back.
  if (told && (!line.base || told.year < line.base.year)) return { mood: 'earlier', moodCue: told };
  let year: number | null = null;
  for (const date of within(line.dates, sentence.start, sentence.end)) {
    if (line.stamps.has(date)) continue;
    if (date.end > cue.start && date.start - cue.end >= 80) continue;
    // 继2009年之后,…再次签署: what it comes after.
    if (read.text[date.start - 1] === '继') continue;
    // "signed … on building the zone, set up in April": the day of something else.
    if (date.start > cue.end && OF_ELSE.test(read.lower.slice(cue.end, date.start))) continue;
    if (!line.base) {
      // "signed in January of this year", "in May 2019": news tells the day.
      if (date.day === null && (date.year !== null || date.month !== null))
        return { mood: 'earlier', moodCue: date };
      continue;
    }
    year = date.year ?? year;
    const age = daysBefore(line.base, { ...date, year });
    const old =
      sentenceIndex === lead + 1 && IS_NEWS.test(read.text.slice(sentence.start, cue.end)) ? 90 : OLD;
    if (age !== null && age > old) return { mood: 'earlier', moodCue: date };
  }
  return null;
}

/** "In 2016 Hainan signed … Two years on": the lead begins with a bare year, and the news comes after it. */
function isLongSince(
  { lower, bodyStart }: Findings['read'],
  { base }: Dateline,
  told: Stretch & { year: number },
): boolean {
  if (base && base.year > told.year) return true;
  if (/\byears? (?:on|later)\b/.test(lower.slice(0, bodyStart))) return true;
  return /\byears? (?:on|later)\b|\bsince then\b|[一二两三四五六七八九十]年(?:后|过去)/u.test(
    lower.slice(told.end, told.end + 400),
  );
}

function isAside(lower: string, sentence: Stretch, cue: Stretch): boolean {
  const before = lower.slice(sentence.start, cue.start);
  // "born from the pact between the city and the firm in 2016".
  if (/ (?:with|between)$/.test(lower.slice(cue.start, cue.end)) && /\bthe (?:[a-z-]+ ){0,3}$/.test(before))
    return true;
  return (
    /, (?:which|who|whose|where|with whom)(?: [a-z']+){0,3} $/.test(before) ||
    /\b(?:set out|laid down|promised|foreseen|provided for|announced|contained|written) in (?:an?|the|its) [^.;,]{3,60} (?:which|that) [^.;,]{3,90} $/.test(
      before,
    ) ||
    /, (?:for|under|by|through|of) (?:which|whom) (?:[\p{L}'-]+ ){1,5}$/u.test(before) ||
    /\b(?:under|through|as part of|following|following up on|building on|thanks to) (?:an?|the|its|their) (?:[a-z-]+ ){0,5}(?:agreement|contract|memorandum|mou|deal|pact|partnership|memorandum of understanding)(?: of [a-z]+)?,? (?:(?:which|that) (?:was |were )?)?(?:[\p{L}'-]+ ){0,4}$/u.test(
      before,
    )
  );
}

/** "In 2013 the Council signed", 2013年双方签署, "signed in 2013": a year without a month beside the act. */
function yearBefore(text: string, sentence: Stretch, cue: Stretch): (Stretch & { year: number }) | null {
  const from = Math.max(sentence.start, cue.start - 60);
  const match =
    /(?<!\d)(?:(?:in|the|its|their|'s) (20[0-3]\d)(?= (?:agreement|deal|contract|pact|memorandum|mou)\b)|in (20[0-3]\d)(?!\d)(?! to| and|-)|(?<!继)(20[0-3]\d)年(?! ?\d{1,2}月))/.exec(
      text.slice(from, cue.start),
    );
  const opening = match
    ? null
    : /^["“]?in (20[0-3]\d),? (?!to|and)/.exec(text.slice(sentence.start, cue.start));
  if (opening)
    return { start: sentence.start, end: sentence.start + opening[0].length, year: Number(opening[1]) };
  const after = match
    ? null
    : (/^(?: \w+){0,4} in (20[0-3]\d)(?!\d)(?! to| and|-)/.exec(text.slice(cue.end, cue.end + 50)) ??
      // "signed a cooperation agreement with the city government in 2019".
      /^(?!.* (?:to|will|by|for|which|that) )(?: [\w'&()-]+){0,14} in (20[0-3]\d)(?!\d)(?! to| and|-)/.exec(
        text.slice(cue.end, cue.end + 130),
      ));
  if (after) return { start: cue.end, end: cue.end + after[0].length, year: Number(after[1]) };
  if (!match) return null;
  const start = from + match.index;
  return { start, end: start + match[0].length, year: Number(match[1] ?? match[2] ?? match[3]) };
}
