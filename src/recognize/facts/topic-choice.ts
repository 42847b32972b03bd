/**
 * Which of the topics a text names are the agreement's.
 *
 * A long article speaks of much beside its agreement: what the town did last year, what an expert thinks, who the
 * company is. A topic counts in the title, in the sentences of the signing, and in those that go on about it: they
 * name its companies, the agreement or the two sides, or follow such a sentence in the same paragraph.
 */
import type { Topic } from '../../domain/lexicon.ts';
import type { Stretch } from '../../wording/sentences.ts';
import type { Act } from '../acts.ts';
import { OF_THE_DEAL } from '../deal-words.ts';
import type { Deal } from '../deals.ts';
import type { Findings } from '../findings.ts';
import { apartFrom } from '../overlap.ts';
import { inTitle } from '../reading.ts';
import { indexAt, within } from '../within.ts';

/** Topics that say which network is meant. */
const NETWORKS: readonly Topic[] = ['broadband', 'fibre', '4G', '5G'];

export interface ChosenTopic {
  topic: Topic;
  at: Stretch;
}

export function topicsOf(
  { findings, acts }: { findings: Findings; acts: readonly Act[] },
  told: ReadonlySet<number>,
): ChosenTopic[] {
  const asides = new Map(
    acts.filter(({ mood }) => mood === 'earlier').map((act) => [act.sentence.start, act] as const),
  );
  // 阿里云 names a company, not what is agreed with it.
  const mentions = apartFrom(findings.topics, clouds(findings)).filter(({ start }) => {
    const sentence = sentenceStart(findings, start);
    if (!told.has(sentence)) return false;
    const aside = asides.get(sentence);
    return aside === undefined || isAhead(findings.read.lower.slice(aside.cue.end, start));
  });
  const cities = smartPlaces(findings).filter(({ start }) => told.has(sentenceStart(findings, start)));
  mentions.push(...cities);
  const exact = mentions.some(
    ({ topics, general }) => !general && topics.some((topic) => NETWORKS.includes(topic)),
  );
  const chosen: ChosenTopic[] = [];
  for (const { start, end, topics, general } of inBodyFirst(findings, mentions)) {
    if (general && exact) continue;
    for (const topic of topics) {
      if (!chosen.some((one) => one.topic === topic)) chosen.push({ topic, at: { start, end } });
    }
  }
  if (chosen.length > 0) return chosen;
  // Nothing more exact is said than that networks are meant.
  const network = inBodyFirst(findings, mentions).find(({ start, end }) =>
    NETWORK.test(findings.read.lower.slice(start, end)),
  );
  return network ? (['broadband', 'fibre'] as const).map((topic) => ({ topic, at: network })) : [];
}

/** 智慧山南, "Smart Nairobi": a town that is to be smart. */
function smartPlaces({ read, places }: Findings): Findings['topics'] {
  return places
    .filter(({ start }) => /(?:智慧|\bsmart )$/u.test(read.lower.slice(Math.max(0, start - 6), start)))
    .map(({ start, end }) => ({ start, end, topics: ['smart city'], general: false }));
}

/** Companies whose very name says cloud. */
function clouds({ read, companies }: Findings): Stretch[] {
  return companies.filter(
    ({ start, end, listed }) => listed && /(?:云|cloud)/i.test(read.text.slice(start, end)),
  );
}

const NETWORK = /网络|通信|基站|(?<!互联)网|network|telecom|infrastructure/;

/** 首次签约以来合作良好,还将在云计算上…: what stands behind a turn to the future is of today. */
function isAhead(between: string): boolean {
  return /[,;].*(?:将|此次|这次|本次)|\b(?:will|now|this time)\b/u.test(between);
}

/** Who the company is and what it did before: nothing of what is agreed. */
const BEFORE =
  /参观|观摩|体验了|多年来|近年来|成立于|先后(?:荣获|获)|荣获|截至|截止|去年|此前|资料显示|数据显示|据统计|^about \p{Lu}?|\bleading provider\b|\bis a leading\b|\blast year\b|\bin recent years\b|\bso far\b|\bsince (?:19|20)\d\d\b/iu;

/** Where the sentence around a position begins. */
export function sentenceStart({ read: { sentences } }: Findings, at: number): number {
  return sentences[indexAt(sentences, at)]?.start ?? 0;
}

/** Starts of the sentences that tell of the deal. */
export function toldIn(
  { read, companies }: Findings,
  deal: Deal,
  allowed: (at: number) => boolean,
): Set<number> {
  const own = new Set(deal.companies.map(({ canonical }) => canonical));
  const signing = new Set([...deal.acts, ...deal.echoes].map(({ sentence }) => sentence.start));
  const told = new Set<number>();
  const short = isShort(read);
  let follows = false;
  let last = 0;
  for (const { start, end } of read.sentences) {
    const words = read.lower.slice(start, end);
    const paragraph = read.text.slice(last, start).includes('\n');
    const names = within(companies, start, end).some(({ canonical }) => own.has(canonical));
    const speaks = names || OF_THE_DEAL.test(words);
    const counts: boolean =
      signing.has(start) ||
      inTitle(read, start) ||
      short ||
      (allowed(start) && !BEFORE.test(words) && (speaks || (follows && (!paragraph || isItem(words)))));
    if (counts) told.add(start);
    // A heading hands on what stands before it.
    if (!counts && follows && end - start <= 12) continue;
    follows = counts && (speaks || signing.has(start) || isItem(words));
    last = end;
  }
  return told;
}

/** A few lines say nothing beside the news. A Chinese sign tells about as much as two Latin letters. */
function isShort({ body }: Findings['read']): boolean {
  const { length } = body.text;
  return length < 450 || (length < 900 && !/\p{Script=Han}/u.test(body.text.slice(0, 200)));
}

/** 一是…;二是…; "* soil probes": a list goes on with what its first sentence began. */
function isItem(words: string): boolean {
  return /^(?:[*•·●①②③④⑤⑥⑦⑧⑨⑩-]|\p{So}|\(?[一二三四五六七八九十\d]{1,2}[、.)是])/u.test(words);
}

function inBodyFirst({ read }: Findings, topics: Findings['topics']): Findings['topics'] {
  return [...topics].sort(
    (a, b) => Number(inTitle(read, a.start)) - Number(inTitle(read, b.start)) || a.start - b.start,
  );
}
