import { z } from 'zod';

import { action, command, query } from '../contract.ts';
import { transcriptId, turnId } from '../domain/ids.ts';
import {
  identifierKind,
  type CodeKeyState,
  type Identifier,
  type IdentifierPlace,
  type OldWordsFacts,
} from '../domain/identifier.ts';
import { filePath, name } from '../domain/text.ts';

const nothing = z.object({});
const job = z.string().max(60).optional();
const words = name(500);
const passphrase = z.string().min(1).max(1000);
const range = { start: z.int().min(0), end: z.int().min(1) };
const place = z.union([
  z.object({ turnId, ...range }),
  z.object({
    table: z.string().max(60),
    column: z.string().max(60),
    rowId: z.string().max(60),
    ...range,
  }),
]);
/** Of a person; only the code key knows both. */
const pair = z.object({ realName: name(200), pseudonym: name(100) });

/** What can identify somebody: finding it, deciding on each, and letting go of the old words. */
export const pseudonymsApi = {
  /** By kind; those that are left as well. The code key, where one is open, tells the names of the study. */
  'identifiers.find': command<readonly Identifier[]>()(z.object({ job })),
  /** In the order of the text, then in the project's other texts. */
  'identifiers.places': command<readonly IdentifierPlace[]>()(z.object({ words })),
  /** In these places, with the endings that follow them; refused when the words stand there no longer. */
  'identifiers.replace': action<{ readonly places: number }>()(
    'identifiers.replace',
    z.object({
      words,
      kind: identifierKind,
      by: words,
      places: z.array(place).min(1).max(200_000),
    }),
  ),
  /** They stay, and are not proposed again. */
  'identifiers.leave': action()(
    'identifiers.leave',
    z.object({ words: z.array(words).min(1).max(20_000) }),
  ),
  'identifiers.takeUp': action()('identifiers.takeUp', z.object({ words })),
  'transcripts.markPseudonymised': action()(
    'transcripts.markPseudonymised',
    z.object({ transcriptId, date: z.iso.date() }),
  ),
  'transcripts.unmarkPseudonymised': action()(
    'transcripts.unmarkPseudonymised',
    z.object({ transcriptId }),
  ),
  'identifiers.oldWords': query<OldWordsFacts>()(nothing),
  /** Erases the history until now and everything that free pages hold: a wall. The person types the title of the project. */
  'identifiers.forgetOldWords': command()(z.object({ typed: z.string().max(2000) })),

  'codeKey.state': command<CodeKeyState | null>()(nothing),
  'codeKey.create': command<CodeKeyState>()(
    z.object({ path: filePath, passphrase, overwrite: z.boolean().default(false) }),
  ),
  'codeKey.open': command<CodeKeyState>()(z.object({ path: filePath, passphrase })),
  /** Writes the whole key anew. */
  'codeKey.set': command<CodeKeyState>()(z.object({ pairs: z.array(pair).max(10_000) })),
  'codeKey.close': command()(nothing),
} as const;
