/**
 * The language of an article, BCP 47, by what its text is; what the page declares only decides between
 * languages of one script.
 */

/** Characters that only simplified text has, each with the traditional one at the same place. */
const SIMPLIFIED =
  '这国会为来时们个说对发经学过还进动见长门问间关东车马话语书业电机实现应当点种从无两体质处认识记让读设许论证评试该详请谁谈谢财贸资赛较达运远连选邮钱钟铁银错锦闻阳阴队际陆险随难韩页项顺须顾领题颜风飞饭馆验鱼鸟龙';
const TRADITIONAL =
  '這國會為來時們個說對發經學過還進動見長門問間關東車馬話語書業電機實現應當點種從無兩體質處認識記讓讀設許論證評試該詳請誰談謝財貿資賽較達運遠連選郵錢鐘鐵銀錯錦聞陽陰隊際陸險隨難韓頁項順須顧領題顏風飛飯館驗魚鳥龍';
const SIMPLIFIED_SET = new Set(SIMPLIFIED);
const TRADITIONAL_SET = new Set(TRADITIONAL);

const SAMPLE = 4_000;
const ENGLISH = /\b(?:the|of|and|to|in|is|that|for|with|was|on|as|at|by|from|has|have|it)\b/gi;

/** Scripts written by one large language, tried in order: [pattern, language when nothing else is declared]. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\uac00-\ud7af]/g, 'ko'],
  [/[\u0400-\u04ff]/g, 'ru'],
  [/[\u0600-\u06ff]/g, 'ar'],
  [/[\u0900-\u097f]/g, 'hi'],
  [/[\u0980-\u09ff]/g, 'bn'],
  [/[\u0e00-\u0e7f]/g, 'th'],
  [/[\u0370-\u03ff]/g, 'el'],
  [/[\u0590-\u05ff]/g, 'he'],
  [/[\u1200-\u137f]/g, 'am'],
];

/** `declared` is the page's `lang` or locale, in any spelling. Null when there is too little text to tell. */
export function readLanguage(text: string, declared: string | null): string | null {
  const sample = text.slice(0, SAMPLE);
  const letters = count(sample, /\p{L}/gu);
  if (letters < 5) return null;
  const kana = count(sample, /[\u3040-\u30ff]/g);
  const han = count(sample, /[\u3400-\u9fff]/g);
  if (kana > letters * 0.05) return 'ja';
  if (han > letters * 0.3) return chineseOf(sample, declared);
  const tag = primaryTag(declared);
  for (const [script, language] of SCRIPTS) {
    if (count(sample, script) > letters * 0.3)
      return tag === null || tag === 'en' || tag === 'zh' ? language : tag;
  }
  const words = sample.split(/\s+/).length;
  if (count(sample, ENGLISH) > words * 0.12) return 'en';
  return tag === 'zh' || tag === 'ja' || tag === 'ko' ? null : tag;
}

function chineseOf(sample: string, declared: string | null): string {
  let balance = 0;
  for (const character of sample) {
    if (SIMPLIFIED_SET.has(character)) balance += 1;
    else if (TRADITIONAL_SET.has(character)) balance -= 1;
  }
  if (balance === 0) return /hant|tw|hk|mo/i.test(declared ?? '') ? 'zh-Hant' : 'zh-Hans';
  return balance > 0 ? 'zh-Hans' : 'zh-Hant';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function primaryTag(declared: string | null): string | null {
  const tag = /^[a-z]{2,3}(?=$|[-_])/i.exec(declared?.trim() ?? '')?.[0].toLowerCase() ?? null;
  return tag === 'cn' ? 'zh' : tag;
}
