/** Governments that a sentence of Latin script puts beside the deal, not into it: where it is, whom it helps, who tells of it. */
import type { Act } from '../acts.ts';
import type { GovernmentMention } from '../names/mentions.ts';

/** "over 50 technology firms signed memoranda with the company": companies that are only counted, right before the act. */
export const FIRMS =
  /\b(?:firms|companies|enterprises|businesses|start-?ups|manufacturers|suppliers|dealers|merchants|vendors|investors|banks|universities|schools|hospitals)(?: (?:have|had|also|then|jointly|today|yesterday))* $/;

/** What puts a place or an office beside the deal, not into it: "in Lagos State", "to help the county government". */
const LATIN_ASIDE =
  /\b(?:in|at|to|from|across|near|into|within|throughout|around|against|helps?|helping|supports?|supporting|assists?|enables?|allows?|benefits?|serves?|serving|lets|let|letting|enabling|allowing)(?! (?:which|whom|whose|view|turn|fact|addition|short|particular|response|return|all|last|first|least|present|date|brief) )(?: the)?(?: (?:dozens|hundreds|thousands|scores|several|many|some|all|most|a number) of(?: the)?| [a-z]+(?: and)?|(?: [a-z]+){1,2}'s \d+)? $/i;

/** "At the forum in Fuzhou the provincial government signed": the preposition belongs to the name before the article. */
const BEHIND_NAME = / \p{Lu}\p{L}+ $/u;

/** "representatives from the Nantong government" sign for it. */
const SPEAKS_FOR =
  /\b(?:representatives?|officials?|delegates?|leaders?|executives?|delegations?) from(?: the)?(?: [a-z]+)? $/i;

/** A government with the words around it. */
export interface Named {
  text: string;
  act: Act;
  who: GovernmentMention;
  /** 30 characters and 24. */
  before: string;
  after: string;
  /** It could be a bare place or a loose word for one: it must stand beside a company. */
  weak: boolean;
}

/** Beside the deal: whose a company is, where something happens, whom it helps. */
export function isAside({ text, who, before, after }: Named): boolean {
  // "wholly owned by the city": whose the company is.
  if (
    /\b(?:owned|run|backed|controlled|held|funded|operated|founded|led|headed|supported|sponsored|hosted|organi[sz]ed|established|set up|created|promoted|incorporated|floated) by(?: the| its)? $/.test(
      before,
    )
  )
    return true;
  // "in Filderstadt (district of Esslingen)": where it lies.
  if (
    /\p{Ll} \((?:the )?$/u.test(before) &&
    /^\)/.test(after) &&
    /^(?:district|county|province|region|state|canton|department) of /.test(text.slice(who.start, who.end))
  )
    return true;
  // "said a statement of the ministry": who tells of it.
  if (
    /\b(?:statement|release|notice|report|post)s? (?:of|by|from|issued by|released by)(?: the)? $/.test(
      before,
    )
  )
    return true;
  if (
    LATIN_ASIDE.test(before) &&
    !(/^the /i.test(text.slice(who.start, who.end)) && BEHIND_NAME.test(before)) &&
    !SPEAKS_FOR.test(before) &&
    !/\bwith (?:the |an? )?(?:(?!in |at |from |to |near )[a-z-]+ ){0,4}$/.test(before)
  )
    return true;
  return false;
}

/** "the department said; over 40 firms signed": the subject of the signing is somebody else's. */
export function firmsSign({ text, act, who }: Named): boolean {
  const between = text.slice(who.end, Math.max(who.end, act.cue.start)).toLowerCase();
  return FIRMS.test(between) && /[;,]|\bsaid\b/.test(between) && !/\band [^;,]*$/.test(between);
}
