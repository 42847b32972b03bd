/**
 * The words that head a list of other news beside or under an article, in both Chinese scripts and in English, as
 * sources of patterns: `extract` ends an article at such a line, `recognize` blanks what such a line opens.
 */

/** 相关阅读, 延伸閱讀, 热门推荐, 上一篇. */
export const HAN_OTHER_NEWS =
  '相[关關](?:新[闻聞]|[阅閱][读讀]|[链鏈連][接結]|[报報][导導道]|文章|专题|專題|推[荐薦]|资讯|資訊|稿件)|延伸(?:阅读|閱讀)|' +
  '(?:热门|熱門|最新|推荐|推薦|精彩|更多|猜你|编辑)(?:推荐|推薦|新闻|新聞|文章|阅读|閱讀|喜欢|图片|资讯|信息|点击|专题)|[上下]一[篇条則则]';

/** "Related stories", "Most read": never the beginning of a sentence of the article. */
export const LATIN_OTHER_NEWS =
  'Related (?:stories|articles|topics|news|posts|links|content|coverage|reading)|You (?:may|might) also like|Most (?:read|popular|viewed)';

/** "Read also", "Trending": may stand in the middle of an article, over a single link. */
export const LATIN_OTHER_NEWS_WITHIN =
  "Read (?:next|also)|More (?:from|on this|stories|news|in)|Recommended|Trending|Don't miss|Editors?'? picks?";
