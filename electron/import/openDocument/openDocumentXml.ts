import { Refusal } from '../../../shared/errors.ts';
import { decodeAs } from '../encodings/decodeText.ts';
import { readXml, type XmlListener } from '../xmlEvents.ts';

/** The names of OpenDocument with its usual prefixes, whatever prefixes the file has. */
function nameOf(uri: string, local: string): string {
  const prefix = /opendocument:xmlns:([a-z-]+):/.exec(uri)?.[1];
  if (prefix !== undefined) return `${prefix.replace('drawing', 'draw')}:${local}`;
  return uri.includes('MathML') ? `math:${local}` : local;
}

/** Tables lie in cells and boxes of others. */
const deepest = 400;

/** One part of an OpenDocument file, or the flat file itself, piece by piece. */
export function readOpenDocumentXml(
  xml: string,
  listener: XmlListener,
  { file, part }: { readonly file: string; readonly part: string },
): Promise<void> {
  const damaged = () =>
    new Refusal('import.openDocumentDamaged', { file }, { file, where: part });
  return readXml(xml, listener, {
    onDamage: () => {
      throw damaged();
    },
    unsafe: (_, what) =>
      what === 'size'
        ? damaged()
        : new Refusal('import.xmlEntities', { file, part }, { file, where: part }),
    nameOf,
    deepest,
  });
}

/** XML as text: by its byte order mark, else by what its first line says, else UTF-8. */
export function decodeXml(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const said = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]{1,40})["']/.exec(head)?.[1];
  if (said === undefined || /^utf-?(?:8|16)$/i.test(said))
    return new TextDecoder().decode(bytes);
  return decodeAs(bytes, said) ?? new TextDecoder().decode(bytes);
}
