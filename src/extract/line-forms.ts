/**
 * Lines that stand around an article and are none of it, by their form: labels, tools, editors, rights.
 *
 * Both widths of every mark are accepted. All patterns are anchored or literal alternations with bounded
 * repeats: they cost time in proportion to the line.
 */

import { HAN_OTHER_NEWS, LATIN_OTHER_NEWS, LATIN_OTHER_NEWS_WITHIN } from '../wording/other-news.ts';

/** A line longer than this (characters) is prose whatever it begins with. */
const LABEL_LINE_LIMIT = 200;

const GAP = '[\\s\\u00a0\\u3000]{0,4}';
const COLON = `${GAP}[:：]`;

/** Labels of the line that names date, source and author. */
const META_LABEL = new RegExp(
  `(?:来源|來源|信息来源|文章来源|稿件来源|稿源|来自|发布时间|發佈時間|發布時間|发布日期|發佈日期|发表时间|发稿时间|更新时间|更新時間|更新日期|时间|日期|發表于|作${GAP}者|记者|編輯|编${GAP}辑|责编|責編|责任编辑|責任編輯|发布者|发布人|发布单位|发布机构|浏览量|浏览次数|浏览|点击|点击量|点击数|阅读|阅读量|人气|热度|字${GAP}号|字${GAP}體|字${GAP}体|字型大小|索引号|主题分类|发文机关|发文字号|成文日期|文号|版次|摄影|通讯员)${COLON}`,
);

const POSITION = new RegExp(
  `^[【〖\\[]?(?:您?(?:现在|現在|当前|目前|所在)?的?${GAP}(?:位置|位置是)|当前所在|您现在|您當前|首${GAP}页|首頁|Home${GAP}[>»/|]|You are here)(?:${COLON}|${GAP}[>›»＞/\\\\|｜])|(?:[>›»＞]{1,2}${GAP}正文)$`,
  'i',
);

const TOOL =
  /^[【〖[(（|\s]{0,4}(?:字号|字號|字体|字體|大小|大|中|小|打印|打印本页|打印本文|列印|关闭|关闭窗口|關閉|收藏|加入收藏|评论|我要评论|評論|留言|分享|分享到|分享至|转发|推荐|推薦|点赞|纠错|手机看新闻|扫一扫|顶部|返回顶部|回到顶部|TOP|返回|返回首页|下载|复制链接|举报|投稿|打印此页|保存|E-?mail|Print|Share|Tweet|Like|Comments?|Save|Facebook|Twitter|LinkedIn|WhatsApp|Pinterest|Reddit|Telegram|Copy link|Follow|Advertisement|Ad|ADVERTISEMENT|Subscribe|Listen|Menu|Close|Skip|Play|Video|Read more|More|Show more|Loading)(?=$|[\s】〗\])）|:：,，/·\d+＋－T大中小])/i;

/** From here on a page goes to other things: related items, sharing, rights, comments. */
const END = new RegExp(
  `^[\\s·•■◆▪●※★→>》【〖[(（*—-]{0,6}(?:${HAN_OTHER_NEWS}|相关(?:内容|附件|信息|图片|视频)|(?:热门|熱門|最新|精彩|更多)评论|分享到|分享至|分享此|版权声明|版權聲明|版权与免责|免责声明|免責聲明|特别声明|郑重声明|声明[:：]|凡本网|凡本網|本网声明|本文版权|网友评论|網友評論|我要评论|发表评论|發表評論|用户评论|最新评论|全部评论|评论列表|我来说两句|责任编辑|責任編輯|责编|責編|编辑[:：]|編輯[:：]|关键词[:：]|关键字[:：]|關鍵字[:：]|标签[:：]|標籤[:：]|Tags?[:：]|扫一扫|掃一掃|扫描二维码|微信扫|关注(?:微信)?公众号|打印本页|关闭窗口|返回顶部|友情链接|主办单位|版权所有|版權所有|网站标识码|ICP备|[京沪粤津渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵青藏川宁琼]ICP[备证]|Copyright|©|All rights reserved|${LATIN_OTHER_NEWS}|Leave a (?:reply|comment)|Post a comment|Add (?:your )?comments?|Comments? ?\\(\\d|\\d{1,5} comments?$|Filed under|Posted in|Today's top stories|The views expressed)`,
  'i',
);

/** Who wrote, filmed and checked: `记者：甲 摄像：乙`. */
const STAFF =
  /^[\s（(【[|丨]{0,3}(?:(?:见习|实习|全媒体|本报|本网|本台)?记者|摄像|摄影|通讯员|文字|图片|供稿|撰稿|审核|初审|复审|终审|监制|编审|校对|统筹)[\s\u3000]{0,3}[:：丨|/][^。！？]{1,50}$/;

export function isStaffLine(text: string): boolean {
  return text.length <= 60 && STAFF.test(text);
}

const WEAK_END = new RegExp(
  `^[\\s·•■◆▪●※★→>》—-]{0,6}(?:${LATIN_OTHER_NEWS_WITHIN}|Share this|Follow us|Follow .{2,30} on (?:Twitter|Facebook|X)|Sign up|Subscribe|Topics?[:：]|Tags?$|About (?:the author|us|[A-Z]\\S{1,20}$)|Previous (?:post|article|story)|Next (?:post|article|story)|Got a story|Do you have a story|Contact us|For more information|Media contact|This (?:site|website) (?:is protected|uses cookies)|Help us|Support us|Donate|Disclaimer|Image credits?|Photo credits?)`,
  'i',
);

/** The part of an editor's line at the end of a paragraph: `（责任编辑：…）`, `[编辑: …]`, `【编辑:…】`. */
const EDITOR_TAIL =
  /[\s（(【[〔]{1,3}(?:责任编辑|責任編輯|本文编辑|编辑|編輯|责编|責編|实习编辑|校对|编审|审核|一审|初审)[\s\u3000]{0,3}[:：=＝／/][^。！？\n]{0,60}[）)】\]〕]?[\s。]{0,2}$/;

/** Does the line only say when, by whom and from where? */
export function isMetaLine(text: string): boolean {
  return text.length <= LABEL_LINE_LIMIT && META_LABEL.test(text) && !/[。！？]/.test(text);
}

export function isPositionLine(text: string): boolean {
  return text.length <= LABEL_LINE_LIMIT && POSITION.test(text);
}

export function isToolLine(text: string): boolean {
  return text.length <= 60 && TOOL.test(text);
}

/** `相关报道` opens a list when it stands as a label, and a sentence when it goes on (`相关报道称…`). */
const RELATED = /^[^\p{L}]{0,6}(?:相关|相關|延伸|热门|熱門|最新|推荐|推薦|精彩|更多|related|most|you )/iu;
const RELATED_LABEL = /^[^\p{L}]{0,6}\S{2,6}(?:[\s:：】\]〗>》…(（|｜]|$)/u;

/** As `isEndLine`, for lines that may also stand in the middle of an article. */
export function isWeakEndLine(text: string): boolean {
  return text.length <= LABEL_LINE_LIMIT && WEAK_END.test(text);
}

/** Whose picture it is: a line that names an agency or begins with `Photo:` and says nothing else. */
const CREDIT =
  /^[[(（]?\s?(?:photo(?:graph)?s?|image|picture|pic|credit|source|illustration|file photo|video)(?: credit| by| courtesy(?: of)?)?\s?[:：/]|(?:[/|(]\s?|\bvia )(?:Getty Images?|Reuters|AFP|AP(?: Photo)?|Shutterstock|EPA|Alamy|PA|iStock\S{0,8}|Bloomberg)\b[^.]{0,30}$|^(?:Getty Images|Reuters|AFP|Shutterstock|iStock)\b[^.]{0,40}$|Credit: ?[^.]{2,40}$/i;

export function isCredit(text: string): boolean {
  return text.length <= 120 && CREDIT.test(text);
}

export function isEndLine(text: string): boolean {
  if (END.test(text)) return !(RELATED.test(text) && text.length > 14 && !RELATED_LABEL.test(text));
  return isRights(text) || (text.length <= 80 && COMMENTS.test(text));
}

/** Names of pages between bars (`关于我们 | 联系我们 | 网站地图`), page numbers, counters: never text. */
const MENU = /^(?:[^|｜丨·。，]{1,12}[|｜丨·]\s?){2,40}[^|｜丨·。，]{0,12}$/;
const PAGE_NUMBERS = /^[\s\d[\]【】<>«»‹›/第页頁共上下一尾首条…]{1,40}$/;
/** Calls to subscribe, to scan, to send a message: short, and about the site instead of the news. */
const PROMOTION =
  /(?:发送|發送|编辑短信|移动用户|移動).{0,16}到\s?\d{4,}|(?:订阅|訂閱).{0,10}(?:手机报|手機報)|(?:下载|下載|安装|打开).{0,14}(?:客户端|APP\b)|(?:扫描|扫一扫|掃描|识别|长按).{0,10}(?:二维码|二維碼)|(?:关注|關注|添加).{0,14}(?:微信|公众号|公眾號|官方微博)|点击查看(?:更多|原文)|去 ?App ?商店|(?:sign up|subscribe).{0,30}(?:newsletter|alerts|updates|emails?)\b|follow .{2,40} on (?:twitter|facebook|instagram|x)\b/i;

/** Is this short line about the site and not about the news? */
export function isSiteLine(text: string): boolean {
  if (text.length > 160) return false;
  return MENU.test(text) || (text.length > 2 && PAGE_NUMBERS.test(text)) || PROMOTION.test(text);
}

/** Forms and marks of comments: who said what on which floor. */
const COMMENTS =
  /^(?:用户名|用戶名|昵称|暱稱|笔名|密码|密碼|验证码|驗證碼|匿名发表|请先?登录|游客)(?:\s?[:：]|$)|(?:支持|反对|回复|頂|顶|踩)\s?[(（[]\s?\d{1,6}\s?[)）\]]|^(?:第?\d{1,4}楼|沙发|板凳)(?:\s|$)|(?:网友|網友).{0,20}(?:评论|評論|发表于|發表於)\s?[:：]?/;

/** Whose rights and whose opinions: sentences that sites print under every text. */
const RIGHTS =
  /凡本(?:网|網|报|报社|站|公司)|版权(?:均)?(?:属于|归|属)|版權(?:均)?(?:屬於|屬于|歸)|未经.{0,12}(?:授权|许可|同意|允许).{0,6}(?:不得|禁止|严禁)|(?:不代表|并不意味着赞同)本(?:网|站|报|台)|如(?:需|若)转载.{0,4}请|转载(?:目的|请注明|须注明)|轉載(?:目的|請註明)|违者.{0,10}追究|reproduced? without (?:written |prior )?permission|all rights reserved/i;

/** Asked of every line of a page, so the cheap question comes first. */
export function isRights(text: string): boolean {
  return /[权權转轉违]|凡本|不代表|reproduc|reserved/i.test(text) && RIGHTS.test(text);
}

export function withoutEditor(text: string): string {
  return text.replace(EDITOR_TAIL, '').trim();
}
