import type { ParsedTurn } from '../../../shared/domain/importedTranscript.ts';
import { Refusal } from '../../../shared/errors.ts';
import { normaliseText } from '../../../shared/text/normaliseText.ts';
import { withoutFurniture } from '../text/lineFurniture.ts';
import { linesOfOTranscribe } from './oTranscribeLines.ts';
import { turnsOfLines } from '../text/runningText.ts';
import { parseJson } from '../speechJson/parseJson.ts';
import { valueAt } from '../speechJson/speechShape.ts';
import type { Reading } from '../reading.ts';

// Older versions saved the HTML alone.
function htmlIn(text: string, file: string): string {
  if (!text.trimStart().startsWith('{')) return text;
  const html = valueAt(parseJson(text, { file }), 'text');
  if (typeof html === 'string') return normaliseText(html).text;
  throw new Refusal(
    'import.jsonWrong',
    { file, shape: 'oTranscribe', place: 'text' },
    { file, where: 'text' },
  );
}

/** Turns of a transcript from oTranscribe; scripts and pictures in its HTML are passed over and told. */
export function readOTranscribe(text: string, reading: Reading): ParsedTurn[] {
  const { file, choices, notes } = reading;
  const { lines, stampsInside, passedOver } = linesOfOTranscribe(
    htmlIn(text, file),
    choices.keepTimeStamps === true,
  );
  notes.changed({ code: 'stampsInside', count: stampsInside });
  notes.warn({ code: 'htmlLeftOut', count: passedOver });
  return turnsOfLines(withoutFurniture(lines, notes), reading);
}
