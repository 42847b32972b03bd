/** A page whose list comes by a script: what the rules for list services look at. */
import type { Document } from '../markup/walk.ts';

export interface ScriptedPage {
  document: Document;
  /** Inline scripts that are programs. */
  scripts: readonly string[];
  url: string;
  base: string;
}
