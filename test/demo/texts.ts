/** The demo's news: invented texts about real places and companies, with every kind of case the line must tell apart. */

import { on } from './days.ts';

export interface DemoArticle {
  path: string;
  title: string;
  /** `YYYY-MM-DD HH:MM`, local time. */
  published: string;
  publisher: string;
  paragraphs: string[];
}

/** A provincial government: two signings, one in progress, three that are none. */
export const GOVERNMENT: DemoArticle[] = [
  {
    path: `/zwyw/${on(3).month}/t${on(3).compact}_10231.html`,
    title: '省政府与中国电信签署“十五五”数字青海战略合作框架协议',
    published: `${on(3).iso} 20:15`,
    publisher: '青海日报',
    paragraphs: [
      `${on(3).han}，青海省人民政府与中国电信集团有限公司在西宁签署“十五五”数字青海战略合作框架协议。省长出席签约仪式并致辞，副省长与中国电信副总经理代表双方签字。`,
      '根据协议，“十五五”期间，中国电信将在青海投资120亿元，重点建设5G网络、千兆光网、清洁能源大数据中心和智慧城市平台，支持全省数字政府建设。',
      '省长在致辞中说，青海清洁能源富集、气候冷凉干燥，发展大数据产业条件得天独厚。省政府将为项目落地创造良好环境，希望双方以此次签约为契机，推动协议内容早日见效。',
      '中国电信负责人表示，集团将继续加大在青投入，做好信息通信服务保障，助力青海产业“四地”建设和生态文明高地建设。',
    ],
  },
  {
    path: `/zwyw/${on(5).month}/t${on(5).compact}_10198.html`,
    title: '海西州政府与青海移动签订智慧城市合作协议',
    published: `${on(5).iso} 18:02`,
    publisher: '本网',
    paragraphs: [
      `${on(6).han}，海西蒙古族藏族自治州人民政府与中国移动通信集团青海有限公司在德令哈签订智慧城市建设合作协议。`,
      '按照协议，中国移动青海公司将在未来三年投入6亿元，建设覆盖全州的5G网络和云计算中心，推进电子政务外网升级和盐湖工业互联网平台建设。',
      '州委副书记、州长主持签约仪式。双方商定成立联合工作组，每季度会商一次，协调解决项目建设中的困难和问题。',
    ],
  },
  {
    path: `/zwyw/${on(8).month}/t${on(8).compact}_10160.html`,
    title: '我省与中国联通战略合作协议落地见效 数据中心二期封顶',
    published: `${on(8).iso} 09:40`,
    publisher: '青海日报',
    paragraphs: [
      `${on(9).han}，随着最后一方混凝土浇筑完成，中国联通三江源国家大数据基地二期主体结构封顶。该项目是省政府2024年与中国联通所签战略合作协议的重点工程。`,
      '项目负责人介绍，二期机房可容纳机架四千个，全部使用绿色电力，预计年内投入运营。目前一期上架率已超过八成，为省内外百余家企业提供服务。',
      '省通信管理局有关负责人说，下一步将加强调度，确保协议确定的其余项目按期推进。',
    ],
  },
  {
    path: `/zwyw/${on(11).month}/t${on(11).compact}_10122.html`,
    title: '全省农业生产工作会议召开',
    published: `${on(11).iso} 21:11`,
    publisher: '青海日报',
    paragraphs: [
      `${on(11).han}，全省农业生产工作会议在西宁召开，安排部署田间管理和高标准农田建设任务。`,
      '会议指出，要压实粮食安全责任，落实好耕地保护制度，抓好种子、化肥和农机具调运，确保播种面积稳定在九百万亩以上。',
      '会议要求各地抢抓农时，加强技术指导，防范干旱和低温冻害，全力夺取全年农业丰收。',
    ],
  },
  {
    path: `/zwyw/${on(15).month}/t${on(15).compact}_10101.html`,
    title: '省长会见华为公司客人',
    published: `${on(15).iso} 19:30`,
    publisher: '青海日报',
    paragraphs: [
      `${on(15).han}，省长在西宁会见华为公司副总裁一行，双方就算力网络、人工智能和人才培养等话题交换意见。`,
      '省长对客人来青考察表示欢迎，介绍了全省经济社会发展情况，希望华为发挥技术优势，参与青海绿色算力基地建设。',
      '华为公司负责人说，公司看好青海的资源禀赋，愿意深入调研，寻找合适的切入点。',
    ],
  },
  {
    path: `/zwyw/${on(20).month}/t${on(20).compact}_10077.html`,
    title: '西宁入选国家数据基础设施建设先行先试名单',
    published: `${on(20).iso} 16:20`,
    publisher: '西宁晚报',
    paragraphs: [
      '近日，国家数据局公布数据基础设施建设先行先试名单，西宁市位列其中。',
      '据介绍，入选城市将围绕隐私计算、数据空间和算力调度开展两年试点，形成可复制的经验。',
      '市大数据局表示，将尽快编制实施方案，明确任务分工，力争走在全国前列。',
    ],
  },
];

/** The operator's own account of the first signing, and one with a city. */
export const OPERATOR: DemoArticle[] = [
  {
    path: `/news/${on(2).year}/${on(2).monthDay}/8841.html`,
    title: '中国电信与青海省签署战略合作框架协议 助力数字青海建设',
    published: `${on(2).iso} 10:05`,
    publisher: '中国电信集团',
    paragraphs: [
      `${on(3).han}，中国电信集团有限公司与青海省人民政府在西宁举行战略合作框架协议签约仪式。`,
      '协议明确，“十五五”时期中国电信将投入120亿元，在青海打造千兆光网和5G精品网，建设绿色大数据中心，共同推进云计算、人工智能在生态环保和高原农牧业中的应用。',
      '近年来，中国电信在青海累计建成基站两万余个，行政村光纤通达率达到百分之百，为地方发展提供了坚实支撑。',
    ],
  },
  {
    path: `/news/${on(4).year}/${on(4).monthDay}/8790.html`,
    title: '中国电信重庆公司与两江新区管委会签订工业互联网合作协议',
    published: `${on(4).iso} 17:45`,
    publisher: '中国电信集团',
    paragraphs: [
      `${on(5).han}，中国电信股份有限公司重庆分公司与重庆两江新区管理委员会在重庆签订工业互联网合作协议。`,
      '根据协议，双方将在三年内投资8亿元，建设5G全连接工厂二十个，打造面向汽车产业的工业互联网平台。',
      '两江新区管委会负责人表示，将在用地、用电和人才方面给予支持，推动项目早开工、早见效。',
    ],
  },
  {
    path: `/news/${on(7).year}/${on(7).monthDay}/8755.html`,
    title: '中国电信发布新一代云手机产品',
    published: `${on(7).iso} 11:00`,
    publisher: '中国电信集团',
    paragraphs: [
      `${on(7).han}，中国电信在北京发布新一代云手机产品，主打低时延和数据安全。`,
      '该产品依托天翼云的算力资源，用户只需一台轻量终端，便可流畅运行大型应用。',
      '公司表示，年内将在全国三十个城市陆续上市，并推出面向中小企业的套餐。',
    ],
  },
];

/** A blog that was translated by machine and never read again. */
export const BLOG: DemoArticle[] = [
  {
    path: `/${on(2).slashed}/qinghai-telecom-framework/`,
    title: 'Qinghai and China Telecom sign the "15th Five-Year" cooperation framework agreement',
    published: `${on(2).iso} 12:30`,
    publisher: 'Plateau Notes',
    paragraphs: [
      `On ${on(3).english}, the Qinghai provincial government and the China Telecom group company in Xining signed the "15th Five-Year" digital Qinghai strategic cooperation framework agreement. Governor attended the signing ceremony.`,
      'According to the agreement, during the "15th Five-Year" period, China Telecom will invest 12 billion yuan in Qinghai, the focus for the 5G network, gigabit optical network, big data center and smart city platform construction.',
      'The governor hoped the two sides take the signing as an opportunity, so that the content of the agreement get results at an early date.',
    ],
  },
  {
    path: `/${on(6).slashed}/salt-lake-photo-walk/`,
    title: 'A photo walk around the salt lake in the early morning',
    published: `${on(6).iso} 08:10`,
    publisher: 'Plateau Notes',
    paragraphs: [
      'The salt lake in the morning is quiet, the tourist are few, and the railway in the water look like a line drawn by the ruler.',
      'We arrive at six in the morning with the thermos and two cameras. The wind is strong but the light is worth it, and the driver wait for us in the car with the music.',
      'In the afternoon we eat the noodles in the small town, and drive back before the dark. Next week the weather will change and the buses will come.',
    ],
  },
];

/** A syndicator that reprints with small edits: not a second voice. */
export const REPRINTS: DemoArticle[] = [
  {
    path: `/content/${on(1).yearMonth}/${on(1).day}/c_55120.htm`,
    title: '青海省政府与中国电信签署“十五五”数字青海战略合作框架协议',
    published: `${on(1).iso} 07:50`,
    publisher: '青海日报',
    paragraphs: [
      `本网西宁${on(1).han}电 ${on(3).han}，青海省人民政府与中国电信集团有限公司在西宁签署“十五五”数字青海战略合作框架协议。省长出席签约仪式并致辞，副省长与中国电信副总经理代表双方签字。`,
      '根据协议，“十五五”期间，中国电信将在青海投资120亿元，重点建设5G网络、千兆光网、清洁能源大数据中心和智慧城市平台，支持全省数字政府建设。',
      '省长在致辞中说，青海清洁能源富集、气候冷凉干燥，发展大数据产业条件得天独厚。省政府将为项目落地创造良好环境，希望双方以此次签约为契机，推动协议内容早日见效。',
      '中国电信负责人表示，集团将继续加大在青投入，做好信息通信服务保障，助力青海产业“四地”建设和生态文明高地建设。（记者 编辑整理）',
    ],
  },
  {
    path: `/content/${on(4).yearMonth}/${on(4).day}/c_55098.htm`,
    title: '高原迎来新一轮降雪 交警提示谨慎出行',
    published: `${on(4).iso} 06:30`,
    publisher: '西海都市报',
    paragraphs: [
      `受冷空气影响，${on(4).han}凌晨起，全省东部农业区出现小到中雪，部分高速公路路面结冰。`,
      '交警部门提示，驾驶员应降低车速、保持车距，山区路段尽量避免夜间行驶。',
      '气象台预计，本轮降雪将持续到次日傍晚，之后气温逐步回升。',
    ],
  },
];

/** A city whose list is filled by a script. */
export const CITY: DemoArticle[] = [
  {
    path: '/zx/detail-3307.html',
    title: '格尔木市人民政府与中国铁塔青海分公司签署战略合作协议',
    published: `${on(2).iso} 15:00`,
    publisher: '格尔木市融媒体中心',
    paragraphs: [
      `${on(2).han}，格尔木市人民政府与中国铁塔股份有限公司青海省分公司在格尔木签署战略合作协议。`,
      '协议约定，中国铁塔青海分公司将在五年内投资1.5亿元，统筹建设5G基站和视频监控共享杆塔，服务智慧城市与生态保护。',
      '市长表示，市政府将开放公共资源，把通信基础设施纳入城市规划，推进共建共享。',
    ],
  },
  {
    path: '/zx/detail-3298.html',
    title: '格尔木市举办群众文艺汇演',
    published: `${on(6).iso} 20:40`,
    publisher: '格尔木市融媒体中心',
    paragraphs: [
      `${on(7).han}晚，格尔木市群众文艺汇演在市民文化中心举行，来自各行各业的演员献上了十八个节目。`,
      '歌舞、相声、藏族锅庄轮番上演，现场座无虚席，掌声不断。',
      '市文旅局负责人说，今年还将举办读书节和群众合唱比赛，丰富市民文化生活。',
    ],
  },
];
