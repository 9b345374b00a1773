import { strToU8, zipSync, type Zippable } from 'fflate';

const namespaces = [
  ['office', 'office'],
  ['text', 'text'],
  ['table', 'table'],
  ['draw', 'drawing'],
  ['style', 'style'],
  ['svg', 'svg-compatible'],
  ['fo', 'xsl-fo-compatible'],
]
  .map(
    ([prefix, name]) =>
      `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  )
  .concat('xmlns:dc="http://purl.org/dc/elements/1.1/"')
  .join(' ');

const style = (family: string, name: string, [parent, properties]: readonly string[]) =>
  `<style:style style:name="${name}" style:family="${family}"${parent === '' ? '' : ` style:parent-style-name="${parent}"`}>` +
  `<style:text-properties ${properties ?? ''}/></style:style>`;

/** Styles as they come about when somebody edits: a bold one, one that builds on it, one that takes it back. */
const automatic =
  style('text', 'T1', ['', 'fo:font-weight="bold"']) +
  style('text', 'T2', ['Strong_20_Emphasis', 'fo:color="#000000"']) +
  style('text', 'T3', ['', 'fo:font-weight="normal"']) +
  style('paragraph', 'P1', ['Standard', 'fo:font-weight="bold"']) +
  style('paragraph', 'P2', ['Title', '']);

const named = `<?xml version="1.0" encoding="UTF-8"?><office:document-styles ${namespaces}><office:styles>${style('text', 'Strong_20_Emphasis', ['', 'fo:font-weight="700"'])}${style('paragraph', 'Title', ['', ''])}</office:styles><office:master-styles><style:master-page><style:header><text:p>Sidhuvud</text:p></style:header></style:master-page></office:master-styles></office:document-styles>`;

/** The XML of an OpenDocument text around the given body. */
export function openDocumentXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${namespaces} office:version="1.3"><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
}

/** An .odt file with the given body and, if wanted, other parts in place of the ordinary ones. */
export function openDocumentFile(
  body: string,
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const all: Record<string, string> = {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml': '<manifest:manifest/>',
    'content.xml': openDocumentXml(body),
    'styles.xml': named,
    ...parts,
  };
  const zippable: Zippable = {};
  for (const [name, content] of Object.entries(all))
    zippable[name] = [strToU8(content), { level: name === 'mimetype' ? 0 : 6 }];
  return zipSync(zippable);
}

/** The same as one flat file, .fodt. */
export function flatOpenDocument(body: string, before = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${before}<office:document ${namespaces} office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><dc:title>Samtal</dc:title></office:meta><office:automatic-styles>${automatic}</office:automatic-styles><office:master-styles><style:master-page><style:header><text:p>Sidhuvud</text:p></style:header></style:master-page></office:master-styles><office:body><office:text>${body}</office:text></office:body></office:document>`;
}

export const p = (...inside: readonly string[]) => `<text:p>${inside.join('')}</text:p>`;
export const span = (name: string, text: string) =>
  `<text:span text:style-name="${name}">${text}</text:span>`;
export const row = (...cells: readonly string[]) =>
  `<table:table-row>${cells.map((cell) => `<table:table-cell>${cell === '' ? '<text:p/>' : p(cell)}</table:table-cell>`).join('')}</table:table-row>`;
