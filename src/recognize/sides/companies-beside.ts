/** Companies that a sentence names beside the deal: as an example, by the way, or because another belongs to them. */
import type { Stretch } from '../../wording/sentences.ts';
import type { Act } from '../acts.ts';

/** "common rates for companies such as China Telecom". */
export function isExample(text: string, { start, end }: Stretch): boolean {
  const before = text.slice(Math.max(0, start - 70), start);
  return (
    /\b(?:companies|firms|operators|carriers|giants|providers|users|clients|customers) (?:such as|like) (?:[^.;]{0,40}(?:,| and) )?$/.test(
      before,
    ) ||
    // "so that data centres of China Mobile get a second feed".
    /\b(?:data cent(?:er|re)s?|customers|subscribers|base stations|shares|staff|workers|employees|shops|stores) of (?:the )?$/.test(
      before,
    ) ||
    (/, with $/.test(before) &&
      /^ as an? (?:possible |likely |potential )?(?:supplier|guest|sponsor|vendor)\b/.test(
        text.slice(end, end + 40),
      ))
  );
}

/** "Swansea, which axed its Capgemini contract, later agreed": told of by the way, before the act. */
export function isInRelative(text: string, { cue, sentence }: Act, { start, end }: Stretch): boolean {
  return (
    end <= cue.start &&
    /, (?:which|who) (?:has |have |had )?(?:axed|dropped|scrapped|ended|cancelled|canceled|left|ditched|rejected|lost|quit|terminated)\b[^,;]*$/.test(
      text.slice(sentence.start, start),
    ) &&
    /^[^,;]*, /.test(text.slice(end, cue.start))
  );
}

/** "the wireless arm of PLDT", "BT's network arm", 紫光集团旗下新华三: whose the signing company is. */
export function isParent(text: string, { start, end }: Stretch): boolean {
  // "PLDT-backed technology firm Voyager", "at Far Eastern Group's Telecom Park": whose it is.
  if (/^-(?:backed|owned|led|controlled|funded|affiliated|run)\b/.test(text.slice(end, end + 12)))
    return true;
  if (
    /\b(?:at|in) $/.test(text.slice(Math.max(0, start - 4), start)) &&
    /^(?: Group)?'s? (?:[\p{L}-]+ ){0,5}(?:[Pp]ark|[Bb]uilding|[Cc]ampus|[Hh]otel|[Cc]enter|[Cc]entre|[Tt]ower|[Oo]ffices?|[Hh]eadquarters|[Pp]laza)\b/u.test(
      text.slice(end, end + 80),
    )
  )
    return true;
  return (
    isParentOf(text, { start, end }) ||
    (/^'s? (?:[a-z-]+ ){0,3}(?:arm|unit|subsidiary|division|affiliate)\b/.test(text.slice(end, end + 50)) &&
      // "BT's network arm Openreach", "Openreach, BT's network arm"; alone, "JD's cloud unit" is JD.
      (/^'s? (?:[a-z-]+ ){0,3}(?:arm|unit|subsidiary|division|affiliate),? (?=\p{Lu})/u.test(
        text.slice(end, end + 50),
      ) ||
        /\p{Lu}[\p{L}&]+, $/u.test(text.slice(Math.max(0, start - 30), start)))) ||
    /^(?:旗下|下属|所属|的?(?:全资|控股)?子公司)/u.test(text.slice(end, end + 8))
  );
}

const CHILD_OF =
  /\b(?:arm|unit|subsidiary|branch|division|affiliate|part|member|joint venture|platform|brand) of(?: the)?(?: (?:\p{Lu}[\p{L}.-]+ ){0,2}\p{Lu}[\p{L}-]+'s)? $/u;
/** "the tower company of the Axiata group". */
const OF_GROUP = /\b(?:company|firm|operator|business|carrier) of the $/;

/** "Smart, the wireless arm of PLDT": the child is named beside it. "the Nanjing subsidiary of China Tower" is China Tower. */
function isParentOf(text: string, { start, end }: Stretch): boolean {
  const before = text.slice(Math.max(0, start - 90), start);
  const child =
    CHILD_OF.exec(before) ??
    (/^(?:'s)? [Gg]roup\b/.test(text.slice(end, end + 9)) ? OF_GROUP.exec(before) : null);
  if (!child) return false;
  return (
    /(?:[\p{L}\d)]["”]?, (?:which is )?|\()(?:an? |the )?(?:(?!with |and |by |between |to )[\p{L}\d'-]+ ){0,5}$/u.test(
      before.slice(0, child.index),
    ) ||
    /^, \p{Lu}[\p{L}&]*(?!'s|[\p{L}&])/u.test(text.slice(end, end + 30)) ||
    /^(?:part|member)/.test(child[0])
  );
}
