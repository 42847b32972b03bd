/**
 * robots.txt after RFC 9309: what a file says, and whether an agent may fetch a URL.
 *
 * Parsing is lenient where the RFC allows (missing colons, misspelt `disallow`, any line end), judging is
 * strict: all groups of the agent's product token are one, else the `*` groups; the longest matching pattern
 * wins; allow wins a tie. `Crawl-delay` is not in the RFC but widely written, and honoured by the host gate.
 */
import { comparablePath, matchesPattern, type Pattern, percentForm, readPattern } from './robots-pattern.ts';

/** RFC 9309 section 2.5: at least 500 KiB must be parsed. */
export const ROBOTS_CAP = 500 * 1024;

export interface RobotsRule {
  allow: boolean;
  /** As written, for `explain`. */
  line: string;
  pattern: Pattern;
}

export interface RobotsGroup {
  /** Product tokens in lower case, or `*`. */
  agents: string[];
  rules: RobotsRule[];
  /** Seconds. */
  crawlDelay: number | null;
}

export interface RobotsRules {
  groups: RobotsGroup[];
  /** As written: usually absolute, sometimes a path. */
  sitemaps: string[];
}

export interface RobotsVerdict {
  allowed: boolean;
  crawlDelaySeconds: number | null;
  /** The line that decided, null when none matched. */
  rule: string | null;
}

/** Reads a robots.txt. Never throws: a text without rules (an HTML page, say) gives no groups. */
export function parseRobots(text: string): RobotsRules {
  const rules: RobotsRules = { groups: [], sitemaps: [] };
  let group: RobotsGroup | null = null;
  let gathering = false;
  for (const { key, value } of readLines(text)) {
    if (key === 'user-agent') {
      if (!group || !gathering) {
        group = { agents: [], rules: [], crawlDelay: null };
        rules.groups.push(group);
      }
      gathering = true;
      group.agents.push(productToken(value));
    } else if (key === 'sitemap') {
      if (value) rules.sitemaps.push(value);
    } else if (group) {
      // Rules end the list of agents; unknown lines and sitemaps do not.
      gathering = false;
      addToGroup(group, key, value);
    }
  }
  return rules;
}

function addToGroup(group: RobotsGroup, key: 'allow' | 'disallow' | 'crawl-delay', value: string): void {
  if (key === 'crawl-delay') {
    const seconds = /^\d{1,9}(\.\d{1,9})?$/.test(value) ? Number(value) : null;
    if (seconds !== null) group.crawlDelay = Math.max(group.crawlDelay ?? 0, seconds);
  } else if (value) {
    // An empty value is no rule: `Disallow:` allows everything.
    const allow = key === 'allow';
    group.rules.push({
      allow,
      line: `${allow ? 'Allow' : 'Disallow'}: ${value}`,
      pattern: readPattern(value),
    });
  }
}

/**
 * Whether `agent` (a product token or a whole User-Agent string) may fetch `url`.
 * The URL is compared as it is sent, so it should be percent-encoded (`new URL(url).href`); one that is not is
 * judged both as given and encoded, and the stricter verdict counts.
 */
export function judge(rules: RobotsRules, agent: string, url: string): RobotsVerdict {
  const groups = groupsFor(rules, productToken(agent));
  const delays = groups.map((group) => group.crawlDelay).filter((delay) => delay !== null);
  const crawlDelaySeconds = delays.length > 0 ? Math.max(...delays) : null;
  const path = comparablePath(url);
  // RFC 9309 section 2.2.2: the file itself may always be read.
  if (path === '/robots.txt') return { allowed: true, crawlDelaySeconds, rule: null };
  const all = groups.flatMap((group) => group.rules);
  const asGiven = longestMatch(all, path);
  const encoded = percentForm(path);
  const best = encoded === path || asGiven?.allow === false ? asGiven : longestMatch(all, encoded);
  return { allowed: best?.allow ?? true, crawlDelaySeconds, rule: best?.line ?? null };
}

function longestMatch(rules: RobotsRule[], path: string): RobotsRule | null {
  let best: RobotsRule | null = null;
  for (const rule of rules) {
    const length = rule.pattern.length - (best?.pattern.length ?? -1);
    const wins = length > 0 || (length === 0 && rule.allow);
    if (wins && matchesPattern(rule.pattern, path)) best = rule;
  }
  return best;
}

function groupsFor(rules: RobotsRules, token: string): RobotsGroup[] {
  const own = token === '' ? [] : rules.groups.filter((group) => group.agents.includes(token));
  return own.length > 0 ? own : rules.groups.filter((group) => group.agents.includes('*'));
}

/** `*`, or the leading product token in lower case: `FooBot/1.0 (+https://…)` is `foobot`. */
function productToken(agent: string): string {
  if (/^\*(\s|$)/.test(agent)) return '*';
  return (/^[a-z0-9_.-]{1,200}/i.exec(agent.trim())?.[0] ?? '').toLowerCase();
}

type Key = 'user-agent' | 'allow' | 'disallow' | 'crawl-delay' | 'sitemap';

const KEYS: ReadonlyMap<string, Key> = new Map([
  ['user-agent', 'user-agent'],
  ['useragent', 'user-agent'],
  ['user agent', 'user-agent'],
  ['allow', 'allow'],
  ['disallow', 'disallow'],
  ['dissallow', 'disallow'],
  ['dissalow', 'disallow'],
  ['disalow', 'disallow'],
  ['diasllow', 'disallow'],
  ['disallaw', 'disallow'],
  ['crawl-delay', 'crawl-delay'],
  ['crawldelay', 'crawl-delay'],
  ['sitemap', 'sitemap'],
  ['site-map', 'sitemap'],
] as const);

function* readLines(text: string): Generator<{ key: Key; value: string }> {
  const capped = text.length > ROBOTS_CAP ? text.slice(0, text.lastIndexOf('\n', ROBOTS_CAP)) : text;
  for (const line of capped.replace(/^\ufeff/, '').split(/[\r\n]+/)) {
    const bare = (line.split('#', 1)[0] ?? '').trim();
    const colon = bare.search(/[:：]/);
    // Some files forget the colon: `Disallow /private`.
    const at = colon >= 0 ? colon : bare.search(/\s/);
    if (at <= 0) continue;
    const key = KEYS.get(bare.slice(0, at).trim().toLowerCase());
    if (key) yield { key, value: bare.slice(at + 1).trim() };
  }
}
