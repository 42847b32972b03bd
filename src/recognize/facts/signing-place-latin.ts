/** Where an English report says that it was signed: "signed in Changsha", "at Government House, Asaba", "at Davos". */
import type { Stretch } from '../../wording/sentences.ts';
import type { Act } from '../acts.ts';
import type { Findings } from '../findings.ts';
import { within } from '../within.ts';
import { namedPlace, type SigningPlace } from './named-place.ts';

const PROJECT =
  /\b(?:invest|investing|investment|build|building|develop|deploy|lay|project|network|infrastructure|services?|yuan|across|upgrade|accelerat(?:e|ing)|transform\p{L}*|promot(?:e|ing)|improv(?:e|ing)|expand(?:ing)?|boost(?:ing)?|rais(?:e|ing)|strengthen(?:ing)?|empower\p{L}*|economy|potential|enhanc(?:e|ing)|provid(?:e|ing))\b/iu;

/** "at a Nairobi hotel", "on a visit to Shenzhen, …". */
const VENUE =
  /^(?:,| (?:hotel|ceremony|event|function|conference|summit|forum|resort|restaurant|on|last|this)\b)/;
/** What follows a place that is where it happened: "in Kisumu on Monday". */
const ENDS = /^(?:[,.]| ?\(|$| (?:on|yesterday|today|by|during|last|this|earlier|over)\b)/;

export function latinPlace(findings: Findings, act: Act, range: Stretch): SigningPlace | null {
  const { read, places } = findings;
  const anchor = range === act.sentence ? act.cue.start : range.start;
  const anchorEnd = range === act.sentence ? Math.max(act.cue.end, act.document?.end ?? 0) : range.start;
  for (const place of within(places, range.start, range.end)) {
    const level = findings.sense.choose(place.candidates).level;
    if (level === 'country') continue;
    const before = read.text.slice(range.start, place.start);
    const at = /\bat $/.test(before) && ENDS.test(read.text.slice(place.end, place.end + 16));
    const inside = at || /\b[Ii]n (?:the )?(?:city of |capital |coastal city of )?$/.test(before);
    if (TOOK_PLACE_IN.test(before)) return namedPlace(findings, place);
    const beside =
      /\b(?:at an? |visit to |trip to |mission to )$/.test(before) &&
      VENUE.test(read.text.slice(place.end, place.end + 40));
    const hall =
      /\bat (?:the )?[^.;]{3,90}(?:, | in )$|\bin (?:the|its) (?:state |provincial |regional |county )?(?:capital|seat)(?: city)?, $/.test(
        before,
      );
    // "Panaji saw the state sign", "came to Mumbai, where the state signed".
    const after = read.text.slice(place.end, Math.max(place.end, anchor));
    if (SAW.test(before) && IT_SAW.test(after)) return namedPlace(findings, place);
    if (range === act.sentence && /^, where (?!it |he |she |they )[^;]{3,120}$/.test(after))
      return namedPlace(findings, place);
    if (beside || isOffice(before, read.text.slice(place.end, place.end + 40)))
      return namedPlace(findings, place);
    if (!inside && !hall) continue;
    const [from, to] = place.start > anchorEnd ? [anchorEnd, place.start] : [place.end, anchor];
    const between = read.text.slice(from, Math.max(from, to));
    const last = /^[.]?$/.test(read.text.slice(place.end, range.end));
    const dated = ON_DAY.test(read.text.slice(place.end, place.end + 90));
    if (
      between.length > (last || dated ? 260 : 130) ||
      (PROJECT.test(between) &&
        !hall &&
        !(inside && dated && place.start > anchorEnd) &&
        !/, in (?:the city of )?$/.test(before))
    )
      continue;
    const { city, country } = findings.sense.choose(place.candidates);
    // Lagos and Nairobi are a state and a town; a province of China is no place to sign in.
    const town = country !== 'CN' && ENDS.test(read.text.slice(place.end, place.end + 16));
    if (level === 'province' && !city && !hall && !town) continue;
    return namedPlace(findings, place);
  }
  return null;
}

/** "the signing ceremony, meant to boost ties, took place on July 29 in". */
const TOOK_PLACE_IN =
  /\b(?:ceremony|signing),?(?: (?:which )?(?:was )?(?:held|took place))? in (?:the )?$|\b(?:ceremony|signing|event)\b[^;]*\b(?:took place|(?:was|were) held)(?: (?:on|yesterday|today|this|last|earlier)\b[^.;,]{0,30}?)? in (?:the )?$/;

/** "Taiyuan, capital of North China's Shanxi province, saw an agreement signing ceremony". */
const SAW = /^["“]?(?:[Yy]esterday|[Tt]oday)?,? ?$|\bthe (?:capital|city|town|port) $/;
const IT_SAW = /^(?:, [^;]{3,80},)? (?:saw|witnessed|hosted|was the scene of)\b/;
const ON_DAY = /^(?:, [^,.;]{3,60},)? on \p{Lu}\p{L}+(?:day| \d{1,2})\b/u;

/** "at the company's Beijing headquarters", "at its Lagos office". */
function isOffice(before: string, after: string): boolean {
  return (
    /\b(?:at|in) (?:the |its |their |(?:the )?[\p{L}&.-]+(?:'s|s') (?:[a-z]+ )?)$/u.test(before) &&
    /^(?:-based)? (?:[a-z]+ ){0,2}(?:office|offices|headquarters|head office|campus|hq)\b/i.test(after)
  );
}

/** "signed at Davos": a town that is in no list, at the end of the sentence of the act or before its day. */
export function unlistedPlace(findings: Findings, act: Act): SigningPlace | null {
  const { read, companies, governments } = findings;
  const together = CAME_TOGETHER.exec(read.text.slice(act.sentence.start, act.cue.start));
  const town = together?.groups?.town;
  if (together && town !== undefined && !NO_TOWN.test(town)) {
    const start = act.sentence.start + together.index + together[0].length - town.length;
    return namedPlace(findings, { start, end: start + town.length });
  }
  const event = EVENT_BEFORE.exec(read.text.slice(act.sentence.start, act.cue.start));
  const host = event?.groups?.town;
  if (event && host !== undefined && !NO_TOWN.test(host)) {
    const start = act.sentence.start + event.index + event[0].length - host.length;
    return namedPlace(findings, { start, end: start + host.length });
  }
  const from = Math.max(act.cue.end, act.document?.end ?? 0);
  if (act.inTitle || from >= act.sentence.end) return null;
  const text = read.text.slice(from, act.sentence.end);
  const match =
    /(?<=\b(?:in|at) )(?<name>(?=[\p{L} -]{4})\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+){0,2})(?=(?: (?:on|yesterday|today|last|this|to|after|during|while|for)\b|[,.!;]?$|; |, (?:an?|the|according|officials?|he|she|where|in the presence)\b))/u.exec(
      text,
    ) ?? null;
  const last =
    match !== null &&
    (/^[.]?$/.test(text.slice(match.index + match[0].length)) || AT_EVENT.test(text.slice(0, match.index)));
  const far = last ? FAR_AT_END : FAR;
  if (!match || match.index > far || PROJECT.test(text.slice(0, match.index)) || NO_TOWN.test(match[0]))
    return null;
  const at = { start: from + match.index, end: from + match.index + match[0].length };
  const taken = [...within(companies, at.start - 40, at.end), ...within(governments, at.start - 40, at.end)];
  return taken.some(({ end }) => end > at.start) ? null : namedPlace(findings, at);
}

/** "At the World Economic Forum in Davos this week, the state signed". */
const EVENT_BEFORE =
  /^(?:date [\d-]+ )?(?:At|During|On the sidelines of|On the fields of) (?:the|an?) (?:[\p{L}\d.-]+ ){0,7}(?:[Ff]orum|[Ss]ummit|[Cc]onference|[Ee]xpo|[Ee]xhibition|[Ff]air|[Cc]ongress|[Cc]onvention)(?: 20\d\d)? in (?<town>\p{Lu}[\p{L}.]+(?: \p{Lu}\p{Ll}+)?)(?= (?:last|on|yesterday|today|this|earlier)\b|,)/u;
/** "sat down with Telstra in Windorah last week and signed". */
const CAME_TOGETHER =
  /\b(?:sat down|met|gathered|came together|convened|assembled)[^.;]{0,60} in (?<town>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)(?= (?:last|on|yesterday|today|this|and|to)\b|,)/u;
/** "at the World Economic Forum in Davos". */
const AT_EVENT =
  /\bat (?:the|an?) (?:[\p{L}\d-]+ ){0,6}(?:[Ff]orum|[Ss]ummit|[Cc]onference|[Ee]xpo|[Ee]xhibition|[Ff]air|[Cc]ongress|[Cc]eremony|[Ee]vent|[Mm]eeting|[Cc]onvention) in $/u;
/** How far behind the act such a town may stand. */
const FAR = 90;
/** As the last words of the sentence. */
const FAR_AT_END = 220;
const NO_TOWN =
  /^(?:January|February|March|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Africa|Asia|Europe|Africa's|Government|Parliament|Phase|Chinese|English|Northern|Southern|Eastern|Western|Central|Digital|Information|Technology|Telecommunications)\b|(?:Sector|Area|Region|State|County|Province|District|Services|Infrastructure|Network|Partnership|Collaboration|Agreement|Understanding|Project)$/;
