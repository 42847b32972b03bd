import { VisitFailure } from '../../domain/failure.ts';
import type { FetchRequest } from '../../domain/ports.ts';

/** Schemes other than http and https are refused before anything is opened. Throws `VisitFailure`. */
export function refuseUnfit({ url }: FetchRequest): void {
  if (!URL.canParse(url)) throw new VisitFailure('guard_refused', `"${url.slice(0, 200)}" is no URL`);
  const { protocol } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new VisitFailure(
      'guard_refused',
      `scheme ${protocol.slice(0, -1)}: only http and https are fetched`,
    );
  }
}
