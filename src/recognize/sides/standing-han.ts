/** Whether a government stands as a party in a Chinese or Japanese sentence. */
import type { Stretch } from '../../wording/sentences.ts';
import type { Act } from '../acts.ts';
import type { CompanyMention, GovernmentMention } from '../names/mentions.ts';

const HAN_AFTER = /^(?:方面)?(?:和|与|同|跟|及|と|は|が|分别|正式|、|签|携手|达成|牵手|联手|再|将|今)/u;
const HAN_BEFORE = /(?:と|与|和|同|跟|及|、|携手|牵手|联手)$/u;
/** 鞍山师范学院: a house that has the place in its name. */
const HAN_HOUSE =
  /^(?:(?![与和同跟及、])\p{Script=Han}){0,6}?(?:大学|学院|学校|中学|小学|医院|机场|电视台|日报|商会|协会|研究院|研究所|银河娱乐|娱乐|酒店|度假村|赌场|一号|企业|公司|集团|厂商)/u;

const HAN_FIRM =
  /^(?!(?:今|昨|近|日前|正式|再|又|共同|联合|携手|成功|顺利|双方|两地|分别|也|还|已|将|拟|与|和|同|跟|及|政府|省|市|区|县|方面|先后|率先|首次|当[天日]|随后|在|于|现场|签))\p{Script=Han}{3,8}签/u;

export function isHanParty(
  text: string,
  act: Act,
  who: GovernmentMention,
  companies: readonly CompanyMention[],
): boolean {
  const before = text.slice(Math.max(act.sentence.start, who.start - 12), who.start);
  const after = text.slice(who.end, who.end + 8);
  // 在肇庆市政府与中国移动战略合作协议签署仪式上: the preposition is of the ceremony, not of the government.
  const ofCeremony =
    /在$/u.test(before) &&
    /^(?:与|和|同)[^,。;]{2,60}(?:仪式|签约会|活动)/u.test(text.slice(who.end, who.end + 70));
  if (/[在于赴来到驻往]$/u.test(before) && !ofCeremony) return false;
  // 某县大数据中心: told of nobody.
  if (/某(?:地|个)?$/u.test(before)) return false;
  if (who.kind === 'place' && HAN_HOUSE.test(text.slice(who.end, who.end + 10))) return false;
  // 在云南、贵州开展: the last of a row of places.
  if (who.kind === 'place' && /在\p{Script=Han}{2,8}、$/u.test(before)) return false;
  // 江西三川智慧签署: the beginning of a firm's name.
  if (who.kind === 'place' && !who.full && HAN_FIRM.test(text.slice(who.end, who.end + 12))) return false;
  // 雪州政府全资子公司…签署: whose the firm is.
  if (
    /^(?:全资|控股|旗下|下属|所属)(?:持有|拥有)?的?\p{Script=Han}{0,10}(?:公司|企业|集团|机构)/u.test(
      text.slice(who.end, who.end + 20),
    )
  )
    return false;
  const strong =
    who.kind === 'organ' ||
    (who.kind === 'generic' && !/^[我全地当自]/u.test(text.slice(who.start, who.end)));
  if (!strong)
    return (
      (HAN_AFTER.test(after) || HAN_BEFORE.test(before)) && companies.some((one) => linked(text, who, one))
    );
  // Behind the act only one who is brought in by a connective signs: …签约,副市长代表市政府与…; not …签署协议,将为省政府提供…
  if (who.start < act.clause.end) return true;
  return (
    /(?:与|和|同|跟|代表|由|、|方[是为]|[甲乙丙]方)$/u.test(before) ||
    /^(?:与|和|同|跟|分别|代表)/u.test(after)
  );
}

/** A connective and little else between the two. */
function linked(text: string, a: Stretch, b: Stretch): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const between = text.slice(first.end, Math.max(first.end, second.start));
  return (
    between.length <= 24 && /と|与|和|同|跟|及|、|携手|牵手|联手/u.test(between) && !/[。;]/u.test(between)
  );
}
