/**
 * A source: one place to look, as operators declare it in `config/sources/*.yaml`.
 *
 * The schema here is the contract; `settings` reads the files with it and turns entries into `Source`.
 */
import { z } from 'zod';

/** A number with a unit (`500ms`, `2s`, `15m`, `6h`, `1d`), read to milliseconds. */
export const Duration = z
  .string()
  .regex(/^\d+(\.\d+)?(ms|s|m|h|d)$/, 'a duration is a number with ms, s, m, h or d, like 15m')
  .describe('A number with ms, s, m, h or d: 500ms, 2s, 15m, 6h, 1d.');

const UNIT_MS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a duration that `Duration` accepted; throws a RangeError on anything else. */
export function durationMs(text: string): number {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text) ?? [];
  if (!amount || !unit) throw new RangeError(`not a duration: ${text}`);
  return Number(amount) * UNIT_MS[unit as keyof typeof UNIT_MS];
}

const HttpUrl = z
  .string()
  .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text), 'must be an http or https URL');

const Schedule = z
  .string()
  .regex(
    /^(auto|every \d+(\.\d+)?(ms|s|m|h|d)|cron: .+)$/,
    'must be auto, "every 15m" or "cron: 0 8 * * 1-5"',
  );

export const SourceKind = z.enum(['government', 'operator', 'press']);
export type SourceKind = z.infer<typeof SourceKind>;

export const isSourceKind = (text: string): text is SourceKind => SourceKind.safeParse(text).success;

export const SourceEntry = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case: a-z, 0-9 and single hyphens'),
    name: z.string().min(1).optional(),
    url: HttpUrl.optional(),
    urls: z.array(HttpUrl).min(1).optional(),
    region: z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'must be ISO 3166-2 (CN-QH) or ISO 3166-1 (CN)'),
    kind: SourceKind,
    language: z.string().min(2).nullable().default(null),
    schedule: Schedule.default('auto'),
    timezone: z.string().min(1).optional(),
    render: z.enum(['auto', 'http', 'browser']).default('auto'),
    pages: z.number().int().min(1).max(1_000).default(1),
    delay: Duration.default('2s'),
    selectors: z
      .strictObject({
        links: z.string().optional(),
        title: z.string().optional(),
        published: z.string().optional(),
        body: z.string().optional(),
      })
      .default({}),
    enabled: z.boolean().default(true),
  })
  .refine((entry) => (entry.url === undefined) !== (entry.urls === undefined), {
    message: 'give either url or urls',
    path: ['url'],
  });
export type SourceEntry = z.input<typeof SourceEntry>;

/** Hosts that moved, as operators declare them: the old address and the new one are one article. */
export interface HostMove {
  /** Host, or host and path prefix: `old.example.cn`, `mirror.example.cn/m/`. Subdomains of a bare host move along. */
  from: string;
  to: string;
}

export interface Source {
  id: string;
  name: string;
  /** Listings of this source, at least one. */
  urls: string[];
  region: string;
  kind: SourceKind;
  language: string | null;
  /** `auto`, `every 15m` or `cron: …`. */
  schedule: string;
  /** IANA name. */
  timezone: string;
  render: 'auto' | 'http' | 'browser';
  pages: number;
  delayMs: number;
  selectors: Selectors;
  enabled: boolean;
}

/** CSS selectors that overrule what the readers find. */
export interface Selectors {
  links?: string | undefined;
  title?: string | undefined;
  published?: string | undefined;
  body?: string | undefined;
}
