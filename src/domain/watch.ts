/** A watch: a saved filter that tells somebody, as declared in `config/alerts.yaml`. */
import { z } from 'zod';

export const Watch = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case: a-z, 0-9 and single hyphens'),
  regions: z.array(z.string()).default([]),
  companies: z.array(z.string()).default([]),
  topics: z.array(z.string()).default([]),
  /** POSTs the agreement as JSON. */
  webhook: z
    .string()
    .refine((text) => URL.canParse(text) && /^https?:/.test(text), 'must be an http or https URL'),
  enabled: z.boolean().default(true),
});
export type Watch = z.infer<typeof Watch>;
