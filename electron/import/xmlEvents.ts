import { SaxesParser, type SaxesTag } from 'saxes';

import { Refusal } from '../../shared/errors.ts';

export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** What a reader of an XML format wants to hear, in the order of the file; lines count from 1. */
export interface XmlListener {
  open(name: string, attributes: XmlAttributes, line: number): void;
  close(name: string): void;
  text(words: string): void;
}

export interface XmlRules {
  /** Called where the XML is not well formed; throws, or lets it be read on as far as it goes. */
  readonly onDamage: (line: number) => void;
  /** Thrown for what declares entities, and for nesting or a number of elements beyond reason. */
  readonly unsafe: (line: number, what: 'entities' | 'size') => Refusal;
  /** By its namespace; then attributes are called by their local names. Else everything is called as it is written. */
  readonly nameOf?: (uri: string, local: string) => string;
  /** Known although they are not XML's own. */
  readonly entities?: Readonly<Record<string, string>>;
  readonly deepest?: number;
}

/** The rules for files of a program, by whose name a refusal says where to mend them. */
export function rulesFor(kind: string, file: string): XmlRules {
  const refusal = (code: 'import.damaged' | 'import.xmlUnsafe', line: number) =>
    new Refusal(code, { file, kind, line }, { file, where: `line ${line}` });
  return {
    onDamage: (line) => {
      throw refusal('import.damaged', line);
    },
    unsafe: (line) => refusal('import.xmlUnsafe', line),
  };
}

const mostElements = 3_000_000;
const portion = 500_000;

function attributesOf(tag: SaxesTag): XmlAttributes {
  return Object.fromEntries(
    Object.entries(tag.attributes).map(([name, value]) =>
      typeof value === 'string' ? [name, value] : [value.local, value.value],
    ),
  );
}

function listeningParser(listener: XmlListener, rules: XmlRules) {
  const { nameOf, deepest = 64 } = rules;
  const parser = new SaxesParser({ xmlns: nameOf !== undefined });
  Object.assign(parser.ENTITIES, rules.entities);
  const called = (tag: SaxesTag) =>
    nameOf && 'local' in tag ? nameOf(tag.uri ?? '', tag.local ?? '') : tag.name;
  let depth = 0;
  let elements = 0;
  parser.on('error', () => rules.onDamage(parser.line));
  // Only XML's own entities are ever expanded; whoever declares more wants something else than to be read.
  parser.on('doctype', (declared) => {
    if (/<!ENTITY/i.test(declared)) throw rules.unsafe(parser.line, 'entities');
  });
  parser.on('opentag', (tag: SaxesTag) => {
    depth += 1;
    elements += 1;
    if (depth > deepest || elements > mostElements)
      throw rules.unsafe(parser.line, 'size');
    listener.open(called(tag), attributesOf(tag), parser.line);
  });
  parser.on('closetag', (tag: SaxesTag) => {
    depth -= 1;
    listener.close(called(tag));
  });
  parser.on('text', (words) => listener.text(words));
  parser.on('cdata', (words) => listener.text(words));
  return parser;
}

/**
 * Reads decoded XML within bounds, in portions between which whoever waits gets a turn: nothing is fetched, no entity
 * is expanded beyond XML's own five, and nesting and number of elements are limited.
 */
export async function readXml(
  text: string,
  listener: XmlListener,
  rules: XmlRules,
): Promise<void> {
  const parser = listeningParser(listener, rules);
  for (let from = 0; from < text.length; from += portion) {
    if (from > 0) await new Promise((resolve) => setImmediate(resolve));
    parser.write(text.slice(from, from + portion));
  }
  parser.close();
}
