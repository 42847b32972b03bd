/** Who signs by the surname alone, and for which side. */
import type { Stretch } from '../../wording/sentences.ts';
import type { Act } from '../acts.ts';
import type { Findings } from '../findings.ts';
import type { CompanyMention, GovernmentMention } from '../names/mentions.ts';
import { named } from './people.ts';
import { signs } from './standing.ts';

/** "Ndegwa and the governor signed": the company of whom the text has named with it. */
export function companyOfSigner(
  { read, people }: Findings,
  act: Act,
  range: Stretch,
): CompanyMention[] | null {
  const signer = named(read.text, range, people.companies).find(({ at }) => isSigner(read.text, act, at));
  return signer ? [signer.who] : null;
}

/** "Ostrovsky signed an agreement with the company": the office of whom the text has named with it. */
export function officeOfSigner(findings: Findings, act: Act, range: Stretch): GovernmentMention[] {
  const { read, people } = findings;
  const signer = named(read.text, range, people.governments).find(
    ({ at, who }) => isSigner(read.text, act, at) && signs(findings, act, { ...who, ...at }),
  );
  return signer ? [signer.who] : [];
}

/** "Ostrovsky signed", "Ostrovsky and Ndegwa later signed": right before the word, at most with somebody beside. */
function isSigner(text: string, { cue }: Act, { end }: Stretch): boolean {
  return (
    end <= cue.start &&
    /^(?:,[^,.;]{3,60},)?(?: and [^.,;]{3,90})?(?: (?:has|have|had|on [A-Z][a-z]+day|[a-z]+ly|later|then|also|today|yesterday|both|recently|finally))* $/.test(
      text.slice(end, cue.start),
    )
  );
}
