import { SaxesParser, type SaxesTagPlain } from 'saxes';

import { Refusal } from '../../shared/errors.ts';

export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** What a reader of an XML format wants to hear, in the order of the file; lines count from 1. */
export interface XmlListener {
  open(name: string, attributes: XmlAttributes, line: number): void;
  close(name: string): void;
  text(words: string): void;
}

interface XmlFile {
  readonly file: string;
  /** The program whose format it is, as it is named in a refusal. */
  readonly kind: string;
}

const deepest = 64;
const mostElements = 3_000_000;
const portion = 500_000;

function refuse(
  code: 'import.damaged' | 'import.xmlUnsafe',
  line: number,
  xml: XmlFile,
): never {
  const { file, kind } = xml;
  throw new Refusal(code, { file, kind, line }, { file, where: `line ${line}` });
}

function listeningParser(listener: XmlListener, xml: XmlFile): SaxesParser {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  let elements = 0;
  parser.on('error', () => refuse('import.damaged', parser.line, xml));
  // Only the five entities of XML itself are ever known; whoever declares more wants something else than to be read.
  parser.on('doctype', (declared) => {
    if (/<!ENTITY/i.test(declared)) refuse('import.xmlUnsafe', parser.line, xml);
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    depth += 1;
    elements += 1;
    if (depth > deepest || elements > mostElements)
      refuse('import.xmlUnsafe', parser.line, xml);
    listener.open(name, attributes, parser.line);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    listener.close(name);
  });
  parser.on('text', (words) => listener.text(words));
  parser.on('cdata', (words) => listener.text(words));
  return parser;
}

/**
 * Reads decoded XML within bounds: nothing is fetched, no entity is expanded beyond XML's own five, and nesting and
 * number of elements are limited. Refuses with the line where it is not well formed.
 */
export async function readXml(
  text: string,
  listener: XmlListener,
  xml: XmlFile,
): Promise<void> {
  const parser = listeningParser(listener, xml);
  for (let from = 0; from < text.length; from += portion) {
    if (from > 0) await new Promise((resolve) => setImmediate(resolve));
    parser.write(text.slice(from, from + portion));
  }
  parser.close();
}
