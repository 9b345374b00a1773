// How other caption formats are known: by what they begin with, and by their name where that tells nothing.
import { xmlRoot } from '../detectFormat.ts';

/** Whether a text is in YouTube's SBV: two times with a comma between, on a line of their own. */
export function looksLikeSbv(text: string, extension: string): boolean {
  return (
    (extension === 'sbv' && !text.slice(0, 5000).includes('-->')) ||
    /^\s*\d{1,2}:\d{2}:\d{2}\.\d{3},\d{1,2}:\d{2}:\d{2}\.\d{3}[ \t]*\n/.test(
      text.slice(0, 400),
    )
  );
}

/** Whether a text is a SubStation Alpha script. */
export function looksLikeAss(text: string): boolean {
  return /^\s*\[(?:Script Info|V4\+? Styles|Events)\]\s*$/im.test(text.slice(0, 5000));
}

/** Whether a text is TTML (DFXP, EBU-TT, iTT), with or without a prefix before its elements. */
export function looksLikeTtml(text: string): boolean {
  return /^(?:\w{1,20}:)?tt$/.test(xmlRoot(text) ?? '');
}

/** Whether a text is SAMI. */
export function looksLikeSami(text: string): boolean {
  return /^sami$/i.test(xmlRoot(text) ?? '');
}

/** Whether a text is lyrics with times: by its name, or by the facts about a song above them. */
export function looksLikeLrc(text: string, extension: string): boolean {
  const start = text.slice(0, 2000);
  const hasFacts = /^\s*\[(?:ar|ti|al|by|au|re|ve|offset|length):[^\]\n]*\]/i.test(start);
  return (
    (extension === 'lrc' || hasFacts) && /^\[\d{1,3}:\d{2}(?:[.:]\d{1,3})?\]/m.test(start)
  );
}

/** Whether a text is Spruce's STL: `00:00:01:00 , 00:00:02:12 , words`. */
export function looksLikeSpruceStl(text: string): boolean {
  return /^\s*\d{2}:\d{2}:\d{2}:\d{2}\s*,\s*\d{2}:\d{2}:\d{2}:\d{2}\s*,/m.test(
    text.slice(0, 5000),
  );
}

/** Whether a text is MicroDVD: `{25}{50}words`. */
export function looksLikeMicroDvd(text: string): boolean {
  return /^\s*(?:\{DEFAULT\}[^\n]*\n\s*)?\{\d{1,8}\}\{\d{0,8}\}/.test(text.slice(0, 400));
}

/** Whether a file is an EBU subtitle file, whose header says so after the number of a code page. */
export function looksLikeEbuStl(bytes: Uint8Array): boolean {
  return (
    bytes.length >= 1024 &&
    /^.{3}STL\d{2}\.\d{2}/s.test(Buffer.from(bytes.subarray(0, 11)).toString('latin1'))
  );
}
