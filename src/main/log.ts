/** One logger a process: JSON lines on stderr, so that stdout stays data. */
import { destination, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

export function makeLogger(level: string): Logger {
  return pino({ name: 'pactwire', level }, destination({ dest: 2, sync: true }));
}
