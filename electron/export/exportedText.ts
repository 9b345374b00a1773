// XML 1.0 has no place for these, whatever escape is used (https://www.w3.org/TR/xml/#charsets).
// oxlint-disable-next-line no-control-regex
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Text that any XML file can carry; line breaks are LF. */
export function xmlText(text: string): string {
  return text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(notXml, '');
}

/** Text that stands in HTML as it is, with line breaks inside its cell. */
export function htmlText(text: string): string {
  return xmlText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br style="mso-data-placement:same-cell">');
}
