/** The keyword baseline: an agreement word and a word of telecoms or of an operator anywhere in title or body. */
import type { ArticleText, Verdict } from '../../src/domain/report.ts';

const AGREEMENT =
  /签约|签署|签订|签字|协议|备忘录|合同|簽約|簽署|簽訂|協議|備忘錄|\b(?:agreement|memorandum|mou|signed|signs|pact|contract)\b/i;
const ICT =
  /电信|移动|联通|铁塔|通信|信息化|互联网|5g|华为|腾讯|阿里|百度|大数据|云计算|電信|移動|聯通|鐵塔|通訊|資訊|互聯網|華為|騰訊|數據|\b(?:telecom|telecoms|mobile|unicom|huawei|tencent|alibaba|broadband|ict|internet|digital|fibre|fiber|smart city|safaricom|mtn|airtel|globe)\b/i;

export function keywordVerdict({ title, body }: ArticleText): Verdict {
  const text = `${title ?? ''}\n${body}`.replace(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}\)/gi, '');
  return AGREEMENT.test(text) && ICT.test(text) ? 'agreement' : 'none';
}
