/** `up`, `scheduler`, `worker`, `web`: the roles, running until they are told to stop. */
import type { Command, Role } from './command.ts';

const role = (name: Role, summary: string, usage: string): Command => ({
  name,
  summary,
  usage,
  options: {},
  run: (_args, context) => context.serve(name),
});

const FLEET = 'For a fleet: needs DATABASE_URL and REDIS_URL.';

export const roles: Command[] = [
  role(
    'up',
    'scheduler, worker and web in one process',
    'pactwire up\n\nThe dashboard listens on 127.0.0.1:8080 (PORT, HOST). Ctrl-C stops it cleanly.',
  ),
  role('scheduler', 'put what is due into the queues', `pactwire scheduler\n\n${FLEET} Any number may run.`),
  role(
    'worker',
    'visit listings and pages, tell subscribers',
    `pactwire worker\n\n${FLEET} Any number may run.`,
  ),
  role(
    'web',
    'dashboard and HTTP API',
    `pactwire web\n\n${FLEET} Listens on 127.0.0.1:8080 (PORT, HOST); beyond loopback it needs PACTWIRE_TOKEN.`,
  ),
];
