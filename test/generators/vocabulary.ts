/** Words for invented news. Places are real, everything said about them is invented. */
import type { Random } from './random.ts';

export type Language = 'zh' | 'en';

export const PLACES: Record<Language, string[]> = {
  zh: '兰州 西宁 银川 南宁 贵阳 昆明 海口 太原 合肥 南昌 福州 济南 郑州 长沙 武汉 沈阳 长春 石家庄 温州 绵阳 柳州 遵义 襄阳 洛阳 泉州 烟台 大同 宜昌 赣州 桂林'.split(
    ' ',
  ),
  en: 'Kaduna,Kano,Ekiti,Enugu,Nakuru,Kisumu,Mombasa,Selangor,Penang,Cebu,Davao,Iloilo,Punjab,Kerala,Odisha,Gujarat,Bavaria,Tuscany,Aragon,Alberta,Ontario,Oregon,Nevada,Vermont'.split(
    ',',
  ),
};
export const COMPANIES: Record<Language, string[]> = {
  zh: '中国电信 中国移动 中国联通 中国铁塔 华为技术有限公司 阿里巴巴集团 腾讯公司 浪潮集团 京东集团 中兴通讯 科大讯飞 蚂蚁集团 青云数据公司 远景通信公司'.split(
    ' ',
  ),
  en: 'Safaricom,Airtel,Globe Telecom,Huawei,Ericsson,Nokia,Vodafone,Orange,Telkom,CelcomDigi,Liquid Networks,Telmar,Northwave,Quanta Systems'.split(
    ',',
  ),
};
export const PEOPLE: Record<Language, string[]> = {
  zh: '王建国 李晓东 张志强 刘文彬 陈永康 杨丽华 赵明远 黄启帆 周海涛 吴国栋 徐世平 孙秀兰 马占林 朱继明 胡春生 郭晓燕'.split(
    ' ',
  ),
  en: 'Adeyemi,Okafor,Mwangi,Otieno,Rahman,Santos,Fernandez,Kumar,Patel,Schmidt,Rossi,Garcia,Martin,Baker,Novak,Larsen'.split(
    ',',
  ),
};

/** Groups of words that may stand for each other in a reprint. */
export const SYNONYMS: Record<Language, string[][]> = {
  zh: `签署 签订|表示 指出 强调|推进 推动 促进|加快 加速|建设 打造|双方 两方|合作 协作|举行 举办|重要 关键|进一步 更加|全面 全方位|开展 展开|提升 提高|发展 进步|领域 方面|积极 主动|围绕 聚焦|实现 达成|共同 一同|深入 深度|支持 扶持|优势 长处|利用 运用|根据 按照|目前 当前|将 会|以及 和|能力 本领|服务 服务工作|希望 期望|努力 尽力|有效 切实|确保 保证|覆盖 遍及|群众 居民|问题 难题|措施 举措|情况 状况|需要 要|已经 已|同时 与此同时|参加 出席|认为 觉得|负责人 有关负责同志|介绍 说明|取得 获得|项目 工程|完善 健全|加强 强化|不断 持续|大力 着力`
    .split('|')
    .map((group) => group.split(' ')),
  en: `said,stated,noted|signed,inked,sealed|agreement,deal,accord|build,construct,set up|improve,better,raise|support,back,help|project,scheme,programme|officials,authorities|residents,people,citizens|company,firm,operator|begin,start,commence|large,big,major|during,in the course of|also,further|provide,offer,supply|about,around,roughly|new,fresh|plan,intend,aim|work,effort|region,area|because,since,as|quickly,swiftly,rapidly|expected,due,set|money,funds,funding|show,indicate,suggest|help,assist,aid|government,administration|important,vital,key|many,numerous|increase,rise,growth|reduce,cut,lower|ensure,make sure|according to,as per|while,whereas|however,but|will,is to|services,facilities|network,grid`
    .split('|')
    .map((group) => group.split(',')),
};

export function dateText(random: Random, language: Language): string {
  const [month, day] = [random.int(1, 12), random.int(1, 28)];
  if (language === 'zh') return `${month}月${day}日`;
  const months =
    'January February March April May June July August September October November December'.split(' ');
  return random.chance(0.5) ? `${day} ${months[month - 1]}` : `${months[month - 1]} ${day}`;
}

export function amountText(random: Random, language: Language): string {
  const value = random.pick([random.int(2, 99), random.int(100, 990), random.int(11, 99) / 10]);
  if (language === 'zh') return `${value}${random.pick(['亿元', '万元', '亿元', '亿元'])}`;
  return `${random.pick(['$', 'N', 'Sh', '€'])}${value} ${random.pick(['million', 'billion'])}`;
}
