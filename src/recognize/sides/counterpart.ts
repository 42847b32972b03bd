/** Whether the sentence of an act names the other side itself, as somebody who is nobody's party here. */
import type { Stretch } from '../../wording/sentences.ts';
import type { Act } from '../acts.ts';
import type { Findings } from '../findings.ts';
import type { GovernmentMention } from '../names/mentions.ts';
import { within } from '../within.ts';
import { joinsHouse } from './houses.ts';
import type { Sides } from './sides.ts';
import { FIRMS } from './standing-aside.ts';

/** "The Government of Karnataka and the Free State of Bavaria signed": joined to a name that is nobody's here. */
const STRANGER =
  /^(?:,)? and (?:the )?(?!(?:Chief|CEO|Managing|Principal|Director|President|Chair|Vice|Mr|Mrs|Ms|Dr|Governor|Mayor|Executive|General|Head|County|State|City|Provincial|Municipal|Deputy|Group|Regional|Country|Senior) )\p{Lu}[\p{L}'-]+ /u;

/** "China Aerospace group and Tianjin municipal government": a name that is nobody's here, joined before it. */
const STRANGER_BEFORE = /(?<name>\p{Lu}[\p{L}'-]+(?: (?:and|of|&|[\p{L}'-]+)){0,6}) and (?:the )?$/u;

function joinsStranger(
  { read, governments, companies }: Findings,
  { kind, start, end }: GovernmentMention,
): boolean {
  if (kind !== 'organ' && kind !== 'place') return false;
  if (STRANGER.test(read.text.slice(end, end + 60))) return true;
  const before = STRANGER_BEFORE.exec(read.text.slice(Math.max(0, start - 80), start));
  const name = before?.groups?.name;
  if (
    !before ||
    name === undefined ||
    !/\b(?:[Gg]roup|[Bb]ank|[Cc]orporation|[Uu]niversity|[Cc]ompany|[Aa]cademy|[Ii]nstitute|[Ff]oundation)$/u.test(
      name,
    )
  )
    return false;
  const from = start - before[0].length;
  return within(governments, from, start).length + within(companies, from, start).length === 0;
}

/** 市政府与某国科技组织签署: the other side is named, and is nobody's here. 与其签署, 与该公司签署 point back. */
function isWithStranger(text: string, { end }: Stretch, { cue, clause }: Act): boolean {
  if (cue.start < end || end < clause.start) return false;
  const other = /^[^与和同]{0,8}(?:与|和|同|跟)(?<name>\p{Script=Han}[^与和同]{2,30})$/u.exec(
    text.slice(end, cue.start),
  );
  const name = other?.groups?.name ?? '';
  return name !== '' && !/其|该|公司|企业|集团|对方|双方|后者|方面|代表/u.test(name);
}

/** "signed by the China Academy of Telecommunications (hereinafter "CAT") and iFlytek": what is joined before it. */
function isBesideAcademy(before: string): boolean {
  return /\b(?:Academy|Institute|University|College|Bank|Association|Society|Foundation|Hospital|Centre|Center)(?: (?:of|for)(?: \p{Lu}[\p{L}-]+| and| of| the)*)?(?: \([^)]{2,30}\))?,? and (?:the )?$/u.test(
    before,
  );
}

const OFFICE =
  "(?:\\p{Lu}[\\p{L}&'-]* (?:(?:of|for|and) )?){1,6}?(?:Authority|Agency|Commission|Ministry|Institute|Office|Board|Bureau|Department|Foundation|University|Association|Union|Fund|Service|Administration)";
const OFFICE_BEHIND = new RegExp(`^,? (?:and|with) (?:the )?${OFFICE}(?![\\p{L}])`, 'u');
const OFFICE_BEFORE = new RegExp(`(?<![\\p{L}])${OFFICE}(?: \\(\\p{Lu}{2,8}\\))?,? and (?:the )?$`, 'u');

/** "Huawei and the ICT Authority": joined to an office that is no region's. */
function joinsOffice({ read: { text }, governments }: Findings, { start, end }: Stretch): boolean {
  const known = (from: number, to: number): boolean => within(governments, from, to).length > 0;
  const behind = OFFICE_BEHIND.exec(text.slice(end, end + 90));
  if (behind && !known(end, end + behind[0].length)) return true;
  const before = OFFICE_BEFORE.exec(text.slice(Math.max(0, start - 90), start));
  return before !== null && !known(start - before[0].length, start);
}

const TRADER =
  /\bwith (?:the )?(?:\p{Lu}[\p{L}&'-]* ){0,4}(?:Infra\p{Lu}\p{L}+|Capital|Holdings|Energy|Power|Electric|Ventures|Properties|Estates|Realty|Logistics|Cement|Foods|Motors|Airlines|Airways|Bank|Insurance|Hotels?|Resorts?|InfraCapital)(?![\p{L}])/u;

/** "finalized a lease agreement with Aboitiz InfraCapital": with a company of another trade. */
export function isWithTrader({ read: { text } }: Findings, { cue, sentence }: Act): boolean {
  return TRADER.test(text.slice(cue.start, sentence.end));
}

/** The sentence of the act names the other side already: a ministry, a regulator, a bank, a second government. */
export function counterpart(findings: Findings, act: Act, have: Sides): boolean {
  const { read, governments, companies } = findings;
  const { start, end } = act.sentence;
  if (within(governments, start, end).some(({ kind }) => kind === 'national')) return true;
  // "concluded by the big data bureau of Chongqing and its Sichuan counterpart".
  if (
    have.companies.length === 0 &&
    /\band (?:its|their|his|her) (?:[\p{L}-]+ ){0,2}counterparts?\b/u.test(read.text.slice(start, end))
  )
    return true;
  if (have.governments.some((one) => joinsStranger(findings, one) || isWithStranger(read.text, one, act)))
    return true;
  if (have.governments.length === 0 && FIRMS.test(read.lower.slice(start, act.cue.start))) return true;
  if (have.companies.some((one) => joinsOffice(findings, one))) return true;
  if (have.governments.length === 0 && isWithTrader(findings, act)) return true;
  const others = within(companies, start, end);
  if (joinsHouse(read.lower.slice(start, end))) return true;
  if (have.companies.some((one) => isBesideAcademy(read.text.slice(start, one.start)))) return true;
  if (have.companies.length > 0) {
    const mine = new Set(have.companies.map(({ canonical }) => canonical));
    return (
      new Set(others.map(({ canonical }) => canonical)).size > 1 ||
      others.some(({ canonical }) => !mine.has(canonical))
    );
  }
  const places = new Set(
    have.governments.filter(({ kind }) => kind === 'organ').map(({ place }) => place?.name ?? ''),
  );
  return others.length > 0 || places.size > 1;
}
