/**
 * The lines of a body that tell the story, without what each outlet hangs on it.
 *
 * A reprint keeps the story and changes the frame: page stamps, credits, "original title", disclaimers and the
 * dateline. Left in, they make two stories of one agency alike and two reprints of one story unlike. Lines that may
 * hold a fact of the story (`时间：…` of a notice) are never frame.
 */
import { foldText } from './tokens.ts';

/** A credit is a short line; letters of words are narrower than Han characters. */
const CREDIT_LIMIT = { han: 45, latin: 80 };
const NOTE_LIMIT = 300;

const CREDITS = [
  '(?:信息|稿件|文章|新闻|图片|视频)?(?:来源|來源|出处|出處)',
  '(?:责任|責任|本期|本文|网络|網絡|执行|值班|实习)?(?:编辑|編輯|责编|責編|编审|编校|校对|校對|审核|審核|初审|复审|终审|监制|監製|统筹)',
  '作者|记者|記者|通讯员|通訊員|文/|图/|圖/|摄影|攝影|转载|轉載|本文转|本文轉',
  '发布时间|發布時間|发布日期|發布日期|更新时间|更新時間|浏览|点击|阅读量|字号|扫一扫|扫描二维码|分享到?|上一篇|下一篇|相关阅读',
  'by|written by|posted|published|updated|last updated|edited by|reporting by|read more|share this|copyright|all rights',
  '(?:source|editors?|reporter|photo|image|related|tags?|via)\\s{0,2}(?=[:|])',
];
const NOTES = [
  '原标题|原標題|原题|编者按|編者按|编者注|編者註|(?:免责|免責|版权|版權)?(?:声明|聲明)',
  "editor'?s note|disclaimer|original title|originally published|this article was (?:first|originally) published",
];
const OPENING = '^[\\s【[(<《*]{0,4}';
const CREDIT = new RegExp(`${OPENING}(?:${CREDITS.join('|')})(?:[\\s:/|】\\]),、(]|$)`, 'i');
const SCAN = /^扫描二维码|^关注我们/;
const NOTE = new RegExp(`${OPENING}(?:${NOTES.join('|')})`, 'i');
const STAMP = /(?:发布时间|發布時間|发布日期|来源|來源|published|updated)\s{0,3}:/i;
const CLOSING = /(?:仅供参考|不代表本(?:网|站|报|刊)|如有侵权|未经授权|转载请注明|all rights reserved)/i;

/** An agency or paper, then perhaps a place and a day, then 电 or 讯; or the paper's own 本报讯. */
const WIRE =
  /^(?:[^。]{0,16}?[社报報网網台刊]\S{0,12}?\d{1,2}月\d{1,2}日(?:电|電|讯|訊|消息)|[^。,]{0,14}?[社报報网網台刊站端]\S{0,8}?(?:讯|訊|消息|电(?= )))[\s,:]{0,3}/;
const DASH = /^[^.。!?]{3,60}?(?:\([^)]{2,24}\)\s{0,2}[-–—:]{1,2}|\s[-–—]{1,2})\s/;

/** Lines in folded form; frame lines are gone and the first lines have lost their dateline. */
export function coreLines(body: string): string[] {
  const lines: string[] = [];
  for (const raw of foldText(body).split('\n')) {
    const line = raw.trim();
    if (line === '' || isFrame(line)) continue;
    lines.push(lines.length < 2 ? withoutDateline(line) : line);
  }
  return lines;
}

function isFrame(line: string): boolean {
  if (line.length > NOTE_LIMIT) return false;
  if (NOTE.test(line) || SCAN.test(line)) return true;
  const limit = /\p{Script=Han}/u.test(line) ? CREDIT_LIMIT.han : CREDIT_LIMIT.latin;
  if (line.length <= limit && CREDIT.test(line)) return true;
  return line.length <= 2 * limit && (STAMP.test(line) || CLOSING.test(line));
}

/** `新华社西宁1月14日电(记者 …)` and `ABUJA, May 21 (Reuters) -` are the outlet's, not the story's. */
function withoutDateline(line: string): string {
  const head = line.slice(0, 120);
  const found = WIRE.exec(head) ?? DASH.exec(head);
  if (!found) return line;
  const rest = line.slice(found[0].length).replace(/^\s{0,3}\([^)]{0,40}\)\s{0,2}/, '');
  return rest.trim() === '' ? line : rest;
}
