/** What stands around a sum in its sentence and tells whether it is the deal's: tallies, sizes, earlier years, what it buys. */
import type { Stretch } from '../../wording/sentences.ts';

/** Where a sentence turns from the whole to one of its parts. */
const PART_OF_TALLY = /其中|第[一二三]轮|[一二三]是|包括/gu;
const TALLY =
  /(?:签约|协议|合同|项目|订单)(?:共|共计|总数)?\d+[个份项]|\d+[个份项](?:[^,。]{0,4}项目|协议|合同)|(?:\b\d+|\ball|\bdozens of|\bseveral) (?:[a-z]+ )?(?:mous|agreements|deals|contracts|projects)\b/u;

/** 累计签约项目43个,总投资…; "in all 19 MoUs worth": the sum of many agreements, unless one of them is named since. */
export function isTally(before: string): boolean {
  const turn = [...before.matchAll(PART_OF_TALLY)].at(-1);
  return TALLY.test(turn ? before.slice(turn.index + turn[0].length) : before);
}

/** "an industry cluster in the value of", 规模达: how large something is to be. */
export const SIZE_OF =
  /(?:cluster|industry|market|economy|sector)s? (?:in the value of|worth|valued at|of)(?: (?:about|over|around|more than))? $|(?:产业|经济|市场|集群)(?:总)?规模(?:达|达到|突破|超|超过|约)*$/iu;

/** "bid for a share of the £530m fund": of what others have. */
export const SHARE_OF = /\b(?:share|part|slice|portion) of (?:the|a|its) (?:[a-z-]+ )?$/i;

/** "not the £70m that had been going round", "The £70m was the total estimated level". */
export function isNotIt(before: string, after: string): boolean {
  return (
    /\bnot (?:the )?$/i.test(before) || /^ was (?:the|an?) (?:total )?(?:estimated|early|first) /.test(after)
  );
}

/** 去年业务总量增长14%,投资3.2亿元: the year before governs what follows it, until the sentence turns to this year. */
export const LOOKS_BACK =
  /^Last (?:January|February|March|April|May|June|July|August|September|October|November|December),? [^.;]{2,60} (?:announced|said|pledged|promised|committed)\b|\b(?:promised|pledged|announced|committed|vowed) in (?:\p{Lu}\p{L}+ )?(?:19|20)\d\d (?:to|that)\b|\b(?:this|last|next) year's budget has\b|\b(?:would|will) separately (?:spend|invest|put)\b|^(?:[-*•] )?(?:[Ll]ast|[Ee]arlier this) (?:week|month|year),? (?:the|its) [a-z ]{3,40} (?:set aside|approved|allocated|earmarked|budgeted)\b|(?:去年|上年|前年|此前|[近过]去?[\d一二两三四五六七八九十]+年|“?十[一二三四]五”?以来)(?!.*(?:今年|今后|未来|此次|本次|将|基础上|,再))/u;

/** 将在未来5年内累计投资: a sum that adds up in time to come. */
export function isAhead(before: string): boolean {
  return (
    /将|未来|今后|计划|(?<!截)[至到](?:“?十[四五六]五”?末|20\d\d年)|每年(?:投入|投资)不[少低]于|协议期|合同期|合作期|每年(?:提供|安排|给予|拿出|支付|不)|\bwill\b|\bnext\b/u.test(
      before,
    ) && !/已|截至|目前|\bso far\b|\bhas\b/u.test(before)
  );
}

/** "a new agreement with Brivo: $300,000 for fiber": the price right behind a colon. */
export function isPriceTag(before: string, after: string): boolean {
  return (
    /\b(?:agreement|contract|deal|memorandum|mou|lease|purchase)\b[^.;:]{0,80}: (?:about |some |up to )?$/.test(
      before,
    ) && /^ (?:for|to|a|per|over|in)\b/.test(after)
  );
}

/** "€4.5 million of Vodafone's own money goes on a centre". */
export function isOwnMoney(after: string): boolean {
  return /^ of [^.;,]{2,40} (?:own )?money (?:goes|will go|is to go)\b|^ (?:falling|falls|due) in (?:20|the first)/.test(
    after,
  );
}

/** "The Sh300 million project starts in July". */
export function isAttribute(lower: string, { start, end }: Stretch): boolean {
  return (
    /\b(?:the|this|an?) (?:[a-z]+ )?$/.test(lower.slice(Math.max(0, start - 18), start)) &&
    /^(?: \([^)]{3,30}\))?[ -](?:[a-z-]+ ){0,4}(?:project|programme|program|initiative|contract|deal|job|order|agreement|scheme|undertaking|cent(?:er|re)|facility|campus|park|network|hub|plant|build|build-out|roll-?out|expansion|upgrade|system)\b/.test(
      lower.slice(end, end + 70),
    )
  );
}

/** 撬动社会投资50亿元: the investing is others'. */
export function induces(text: string, waste: Stretch, invest: Stretch): boolean {
  return (
    invest.start >= waste.end &&
    invest.start - waste.end <= 6 &&
    /^(?:带动|撬动|拉动|引导|吸引|节约|节省)$/u.test(text.slice(waste.start, waste.end))
  );
}

/** "With five billion yuan the company will establish a base". */
export function pays(text: string, money: Stretch, clause: Stretch): boolean {
  // "Using $6.9 million of its grant, the agreement will pay for".
  if (
    /\b[Uu]sing (?:some |about |nearly |over |up to |more than |an? )?$/.test(
      text.slice(Math.max(clause.start, money.start - 24), money.start),
    ) &&
    /^[^.;]{0,90}, (?:the|this) (?:agreement|contract|deal|project|partnership) will\b/.test(
      text.slice(money.end, clause.end),
    )
  )
    return true;
  return (
    /\b[Ww]ith (?:some |about |nearly |over |more than |an? )?$/.test(
      text.slice(Math.max(clause.start, money.start - 24), money.start),
    ) &&
    /^ [^.;]{3,90}\b(?:will|is to|are to|would) (?:[a-z]+ )?(?:establish|build|set up|construct|develop|lay|roll out|expand|create|upgrade)\b/.test(
      text.slice(money.end, clause.end),
    )
  );
}

/** 继5月投资内蒙古50亿元、6月投资安徽之后: what came before this. */
export function isAfterIt(text: string, money: Stretch, sentence: Stretch): boolean {
  return (
    /(?:^|[,。;\n])继[^,。;]{0,60}$/u.test(text.slice(sentence.start, money.start)) &&
    /^[^,。;]{0,60}后/u.test(text.slice(money.end, sentence.end))
  );
}
