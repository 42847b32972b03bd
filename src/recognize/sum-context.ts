/** What stands before a sum in its sentence and tells that it is none of the deal's: tallies, sizes, earlier years. */

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

/** 去年业务总量增长14%,投资3.2亿元: the year before governs what follows it, until the sentence turns to this year. */
export const LOOKS_BACK =
  /(?:去年|上年|前年|此前|[近过]去?[\d一二两三四五六七八九十]+年|“?十[一二三四]五”?以来)(?!.*(?:今年|今后|未来|此次|本次|将|基础上|,再))/u;

/** 将在未来5年内累计投资: a sum that adds up in time to come. */
export function isAhead(before: string): boolean {
  return (
    /将|未来|今后|计划|(?<!截)[至到](?:“?十[四五六]五”?末|20\d\d年)|每年(?:投入|投资)不[少低]于|协议期|合同期|合作期|每年(?:提供|安排|给予|拿出|支付|不)|\bwill\b|\bnext\b/u.test(
      before,
    ) && !/已|截至|目前|\bso far\b|\bhas\b/u.test(before)
  );
}
