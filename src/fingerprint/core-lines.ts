/**
 * The lines of a body that tell the story, without what each outlet hangs on it.
 *
 * A reprint keeps the story and changes the frame: page stamps, credits, "original title", disclaimers and the
 * dateline. Left in, they make two stories of one agency alike and two reprints of one story unlike.
 */
import { foldText } from './tokens.ts';

const FRAME_LIMIT = 90;
const FRAME =
  /^[\s【[(（<《*]{0,4}(?:(?:信息|稿件|文章|新闻|图片|視頻|视频)?(?:来源|來源|出处|出處)|(?:责任|責任|本期|本文|网络|網絡|执行)?(?:编辑|編輯|责编|責編|编审|编校|校对|校對|审核|審核|初审|复审|终审|监制|監製|统筹)|作者|记者|記者|通讯员|通訊員|文\/|图\/|摄影|攝影|图片|原标题|原標題|原题|编者按|編者按|编者注|声明|聲明|免责|免責|版权|版權|转载|轉載|本文转|本文轉|本报讯|发布时间|發布時間|发布日期|更新时间|日期|时间|浏览|点击|阅读|字号|扫一扫|分享|上一篇|下一篇|相关阅读|source|editors?|edited|reporting|reporter|by|written|posted|published|updated|last updated|photo|image|editor'?s note|original title|originally|disclaimer|copyright|all rights|share|read more|related|tags?)(?:[\s:/|】\]),、(]|$)/i;
const DISCLAIMER = /^[\s【[(*]{0,4}(?:免责|免責|版权|版權)?(?:声明|聲明)|^disclaimer\b/i;
const STAMP = /(?:发布时间|發布時間|发布日期|来源|來源|published|updated)\s{0,3}:/i;
const CLOSING = /(?:仅供参考|不代表本(?:网|站|报|刊)|如有侵权|未经授权|转载请注明|all rights reserved)/i;
const ORDERED_DATELINE =
  /^.{0,40}?(?:\d{1,2}\s?日?\s?(?:电|電|讯|訊)|(?:本报|本報|本网|本網|本台|本站)(?:讯|訊|消息)|(?:网|網|社|报|報|台)\s{0,2}\d{0,4}\D{0,6}(?:讯|訊|消息))/;
const DASH_DATELINE = /^[^.。!?]{3,60}?(?:\([^)]{2,24}\)\s{0,2}[-–—:]{1,2}|\s[-–—]{1,2})\s/;

/** Lines in folded form; frame lines are gone and the first line has lost its dateline. */
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
  if (line.length > FRAME_LIMIT) {
    return (
      line.length < 3 * FRAME_LIMIT && (DISCLAIMER.test(line) || CLOSING.test(line.slice(0, FRAME_LIMIT)))
    );
  }
  return FRAME.test(line) || STAMP.test(line) || CLOSING.test(line);
}

/** `新华社西宁1月14日电(记者 …)` and `ABUJA, May 21 (Reuters) -` are the outlet's, not the story's. */
function withoutDateline(line: string): string {
  const head = line.slice(0, 120);
  const found = ORDERED_DATELINE.exec(head) ?? DASH_DATELINE.exec(head);
  if (!found) return line;
  const rest = line.slice(found[0].length).replace(/^\s{0,3}\([^)]{0,40}\)/, '');
  return rest.trim() === '' ? line : rest;
}
