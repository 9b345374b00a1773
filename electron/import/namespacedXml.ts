import { SaxesParser } from 'saxes';

import { Refusal } from '../../shared/errors.ts';

/** Attributes by their local names. */
export type XmlAttributes = ReadonlyMap<string, string>;

export interface XmlListener {
  readonly open: (name: string, attributes: XmlAttributes) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

interface XmlPart {
  readonly file: string;
  readonly part: string;
  /** What is thrown when the XML is not well-formed or nested beyond reason. */
  readonly damaged: () => Refusal;
  readonly nameOf: (uri: string, local: string) => string;
}

const deepest = 400;
const stepLength = 1_000_000;

/** Reads XML piece by piece, so that others get their turn. What a DTD could say is refused before it is read. */
export async function readXml(
  xml: string,
  listener: XmlListener,
  { file, part, damaged, nameOf }: XmlPart,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw new Refusal('import.xmlEntities', { file, part }, { file, where: part });
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    depth += 1;
    if (depth > deepest) throw damaged();
    const values = Object.values(attributes);
    listener.open(
      nameOf(uri, local),
      new Map(values.map((attribute) => [attribute.local, attribute.value])),
    );
  });
  parser.on('closetag', ({ uri, local }) => {
    depth -= 1;
    listener.close(nameOf(uri, local));
  });
  parser.on('text', listener.text);
  parser.on('cdata', listener.text);
  try {
    for (let at = 0; at < xml.length; at += stepLength) {
      parser.write(xml.slice(at, at + stepLength));
      if (xml.length > stepLength) await new Promise((resolve) => setImmediate(resolve));
    }
    parser.close();
  } catch (error) {
    throw error instanceof Refusal ? error : damaged();
  }
}
