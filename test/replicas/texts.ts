/**
 * Texts of the replica sites: own wording, put together from a bank of paragraphs so that no two articles are
 * copies of each other. Every third article reports the signing of an agreement.
 */

export interface Text {
  title: string;
  paragraphs: string[];
  /** The article reports a signing between the place's government and the company. */
  signs: boolean;
}

export interface Setting {
  /** 临川市 */
  place: string;
  /** 临川市人民政府 */
  government: string;
  /** 中国电信临川分公司 */
  company: string;
  /** Moves the choice of paragraphs, so that two sites differ. */
  seed: number;
}

const SIGNING_TITLES = [
  '{place}与{company}签署战略合作框架协议',
  '{government}携手{company} 共建数字{place}',
  '“千兆{place}”合作签约仪式举行',
  '{company}与{place}就新型智慧城市建设达成合作',
];

const SIGNING_LEADS = [
  '{month}月{day}日，{government}与{company}在{place}签署战略合作框架协议，双方将在光纤宽带、5G网络和政务云等领域开展全面合作。',
  '{month}月{day}日上午，{government}与{company}举行签约仪式，正式签署《推进数字{place}建设合作协议》，市政府主要领导出席并见证签约。',
  '记者从{place}获悉，{government}于{month}月{day}日同{company}签订信息化合作协议，今后三年{company}计划在当地投入{amount}亿元用于信息基础设施建设。',
];

const OTHER_TITLES = [
  '{place}召开汛期通信保障工作调度会',
  '{place}老年大学开设智能手机课程',
  '{place}公布上半年软件和信息服务业运行情况',
  '{place}开展校园周边网络环境专项整治',
  '{place}城区主干道完成交通信号联网改造',
  '{place}首批数字乡村示范点通过验收',
  '{place}举办数据安全技能竞赛',
  '{place}图书馆推出线上借阅服务',
  '{place}应急广播实现乡镇全覆盖',
];

const OTHER_LEADS = [
  '{month}月{day}日，{place}有关部门负责人到基层一线了解工作进展，并主持召开现场会听取意见建议。',
  '记者{month}月{day}日从{place}有关部门了解到，今年以来各项重点工作进展顺利，多项指标好于去年同期。',
  '为进一步方便群众办事，{place}自{month}月{day}日起推出一批便民措施，受到社区居民欢迎。',
  '{month}月{day}日，{place}组织开展专题活动，来自机关、企业和学校的{count}余名代表参加。',
];

const PARAGRAPHS = [
  '据介绍，本次合作立足当地产业基础，围绕网络覆盖、数据汇聚和应用推广三个方面细化任务清单，明确牵头单位和完成时限，确保各项工作有人抓、有人管。',
  '在偏远山区，施工队伍克服道路狭窄、雨季漫长等困难，先后立起{count}座铁塔，让深山里的住户第一次用上了稳定的移动信号。',
  '多位村民表示，过去卖山货只能等客商上门，如今在自家院子里就能直播带货，一个月下来多收入了好几千元。',
  '下一步，有关方面将建立联席会议制度，每季度通报一次进度，对推进缓慢的项目逐一分析原因，及时研究解决征地、用电等实际问题。',
  '会议指出，数字化不是简单地把窗口搬到网上，而是要从群众办一件事的全过程出发，减环节、减材料、减跑动，让数据多跑路。',
  '该项目一期机房已经封顶，预计年底前完成设备安装和联调，建成后可为本地及周边{count}家单位提供计算和存储服务。',
  '参加活动的中学生对机器人巡检演示尤为感兴趣，围着技术人员问个不停，有的还当场动手编写了一段控制程序。',
  '为了守住安全底线，建设单位同步规划防护体系，委托第三方机构开展测评，并定期组织攻防演练，发现隐患立即整改。',
  '统计显示，前五个月当地信息传输和软件业实现营业收入同比增长{count}%，新增从业人员中高校毕业生占了将近一半。',
  '在城区的十字路口，新装的感应设备可以根据车流自动调整绿灯时长，早高峰平均通过时间缩短了约四分之一。',
  '医疗卫生方面，县级医院与乡镇卫生院之间开通远程会诊，患者在家门口就可以请上级专家看片子、定方案。',
  '教育部门负责人说，边远教学点接入专递课堂后，音乐、美术等长期缺老师的课程终于开齐开足，孩子们的笑声多了起来。',
  '水利部门在主要河道布设了水位和雨量监测点，数据每五分钟回传一次，值班人员在大屏前就能掌握全流域的变化。',
  '企业代表在发言中谈到，良好的营商环境是投资者最看重的条件，希望今后在用地、用能和人才公寓等方面继续得到支持。',
  '针对群众反映的电信诈骗问题，社区民警和网格员走进小区、集市和工地，用身边案例提醒大家不轻信、不透露、不转账。',
  '在园区展厅，一块电子屏实时显示着各条生产线的能耗和良品率，管理人员据此调整排产，全年可节约电费数十万元。',
  '养老服务中心为独居老人配发了一键呼叫手环，遇到突发情况，家属和值班医生会在第一时间收到提醒。',
  '文化旅游部门把散落在各处的古建筑、老手艺做成了线上展览，游客扫一扫二维码，就能听到讲解员用方言讲故事。',
  '林业站的护林员过去靠两条腿巡山，一天最多走两个片区，现在无人机和高点摄像头配合，火情发现时间大大提前。',
  '财政部门将统筹安排专项资金，优先支持民生类应用，同时引入社会力量参与建设和运营，避免重复投资。',
  '专家组在验收意见中认为，项目资料齐全、运行稳定、用户评价较好，同意通过验收，并建议尽快制定长效运维办法。',
  '活动现场还设置了咨询台，工作人员逐一解答携号转网、资费套餐、宽带报装等问题，发放宣传手册{count}余份。',
  '从去年开始，当地推行工程建设项目审批“一张图”，企业提交材料的份数由原来的几十份减到了个位数。',
  '冷链仓库里，温度和湿度传感器昼夜不停地工作，水果从采摘到上架的每一个环节都留下了可以追溯的记录。',
  '在听取汇报后，与会同志围绕数据归集难、系统重复建设等问题展开讨论，提出了十余条有针对性的建议。',
  '供电和通信单位建立了会商机制，极端天气来临前共同巡查重点线路，确保医院、学校和避难场所不断电、不断网。',
  '据项目经理介绍，施工期间尽量安排在夜间作业，并提前向沿线商户发布公告，最大限度减少对居民生活的影响。',
  '一位返乡创业的年轻人告诉记者，他用三台电脑和一根光纤就开起了工作室，把家乡的竹编卖到了十几个省份。',
  '人社部门将联合职业院校开设订单班，面向待业青年和退役军人开展网络维护、数据标注等培训，合格后推荐就业。',
  '有关负责人强调，要严格保护个人信息，凡是涉及居民身份、住址和健康状况的数据，一律按最小必要原则采集和使用。',
  '不久前试运行的市民热线平台整合了十多个号码，接到诉求后自动派单，平均办结时间比过去缩短了两天半。',
  '当地还将举办系列沙龙，邀请高校学者、创业团队和投资机构面对面交流，帮助好点子尽快找到落地场景。',
  '在农田里，土壤墒情监测桩和小型气象站星罗棋布，农户打开手机就能知道什么时候该浇水、该追肥。',
  '公共资源交易中心全面推行不见面开标，投标人足不出户即可完成签到、解密和唱标，一场项目能省下不少差旅费。',
  '博物馆的讲解系统上线了多种语言版本，外地客人戴上耳机慢慢走、慢慢听，停留时间平均延长了半个小时。',
  '为破解老旧小区停车难，街道把机关单位的车位信息接入平台，错时共享给周边居民，晚归的人也能找到位置。',
  '记者在现场看到，工人们正在铺设管道、熔接光缆，一条通往高山村寨的信息之路正在一米一米向前延伸。',
  '监管部门提醒广大用户，办理业务时应认真阅读合同条款，遇到强制消费、虚假宣传等情况可以依法投诉举报。',
  '接下来，当地将总结试点经验，形成可以复制的标准和流程，争取用两年左右时间在全域推开。',
  '气象台与广播、通信企业合作建立了预警靶向发布渠道，暴雨红色预警可在三分钟内送达受影响区域的每一部手机。',
  '参会人员还实地察看了指挥中心、数据机房和便民服务大厅，对界面简洁、操作方便的自助终端给予好评。',
];

const SIGNING_BODY =
  '根据协议，{company}将发挥网络和技术优势，在“十四五”期间投资{amount}亿元，加快{place}光纤宽带和5G网络建设，支持智慧城市、政务云和大数据中心等项目；{government}将在规划、用地和用电等方面提供支持。';

/** The article number `index` of a site, dated `date` (`YYYY-MM-DD`). */
export function textOf(setting: Setting, index: number, date: string): Text {
  const signs = index % 3 === 0;
  const number = setting.seed * 7 + index;
  const [, month = '1', day = '1'] = date.split('-').map((part) => part.replace(/^0/, ''));
  const values: Record<string, string> = {
    place: setting.place,
    government: setting.government,
    company: setting.company,
    month,
    day,
    amount: String(3 + (number % 40)),
    count: String(12 + ((number * 13) % 80)),
  };
  const titles = signs ? SIGNING_TITLES : OTHER_TITLES;
  const leads = signs ? SIGNING_LEADS : OTHER_LEADS;
  const title = pick(titles, signs ? index / 3 : setting.seed + index);
  const paragraphs = [pick(leads, number), ...(signs ? [SIGNING_BODY] : []), ...bankOf(number)];
  return { title: filled(title, values), paragraphs: paragraphs.map((text) => filled(text, values)), signs };
}

/** Three paragraphs; two articles share one at most, nearly always. */
function bankOf(number: number): string[] {
  const round = Math.floor(number / PARAGRAPHS.length);
  return [number, number + 5 + 3 * round, number + 17 + 7 * round].map((place) => pick(PARAGRAPHS, place));
}

function pick(from: readonly string[], place: number): string {
  return from[Math.floor(place) % from.length] ?? '';
}

function filled(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
