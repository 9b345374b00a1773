import type { ImportNotes } from '../importNotes.ts';

/** What stands in the text where there was a picture, an equation or an object that is not text. */
export const pictureMark = '[bild]';

const markInRun = `<w:t xml:space="preserve">${pictureMark}</w:t>`;

function countOf(text: string, needle: RegExp): number {
  return text.match(needle)?.length ?? 0;
}

// Elements of one name may lie inside each other (a drawing in a text box in a drawing), so their depth is counted.
function endOfElement(xml: string, name: string, from: number): number {
  const tags = new RegExp(`<(/?)${name}(?=[\\s>/])[^>]*?(/?)>`, 'g');
  tags.lastIndex = from;
  let depth = 0;
  for (let tag = tags.exec(xml); tag !== null; tag = tags.exec(xml)) {
    if (tag[1] === '/') depth -= 1;
    else if (tag[2] !== '/') depth += 1;
    if (depth <= 0) return tag.index + tag[0].length;
  }
  return -1;
}

function startOfElement(xml: string, name: string, from: number): number {
  const start = new RegExp(`<${name}(?=[\\s>/])`, 'g');
  start.lastIndex = from;
  return start.exec(xml)?.index ?? -1;
}

function replaceElements(
  xml: string,
  name: string,
  replace: (element: string) => string,
): string {
  const parts: string[] = [];
  let kept = 0;
  for (
    let from = startOfElement(xml, name, 0);
    from >= 0;
    from = startOfElement(xml, name, kept)
  ) {
    const end = endOfElement(xml, name, from);
    if (end < 0) break;
    parts.push(xml.slice(kept, from), replace(xml.slice(from, end)));
    kept = end;
  }
  return kept === 0 ? xml : parts.join('') + xml.slice(kept);
}

function textBoxes(element: string): string {
  const boxes: string[] = [];
  replaceElements(element, 'w:txbxContent', (content) => {
    boxes.push(
      `<v:textbox>${content.slice(0, 15)}${withDrawings(content.slice(15))}</v:textbox>`,
    );
    return '';
  });
  return `<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">${boxes.join('')}</v:shape></w:pict>`;
}

// mammoth reads nothing of a drawing but a photograph, which nobody wants: text boxes are handed over in the older form it knows.
function drawing(element: string): string {
  if (element.includes('<w:txbxContent')) return textBoxes(element);
  return markInRun;
}

function withDrawings(xml: string): string {
  return replaceElements(xml, 'w:drawing', drawing);
}

// Of an alternative mammoth reads the fallback only; where there is none, the choice stands.
function alternative(element: string): string {
  if (element.includes('<mc:Fallback')) return element;
  return element.replace(/<\/?mc:(?:Choice|AlternateContent)(?=[\s>/])[^>]*>/g, '');
}

// Wrappers that mammoth does not know, so that it would lose the words in them, and links, which may lead nowhere.
const unknownWrappers =
  /<\/?w:(?:hyperlink|fldSimple|dir|bdo|ruby|rubyBase|contentPart)(?:\s[^>]*)?>/g;

function withoutLoss(xml: string): string {
  let text = xml;
  if (text.includes('oMath')) {
    text = replaceElements(text, 'm:oMathPara', () => `<w:r>${markInRun}</w:r>`);
    text = replaceElements(text, 'm:oMath', () => `<w:r>${markInRun}</w:r>`);
  }
  if (text.includes('<mc:AlternateContent'))
    text = replaceElements(text, 'mc:AlternateContent', alternative);
  if (text.includes('<w:rt>')) text = replaceElements(text, 'w:rt', () => '');
  if (text.includes('<w:drawing')) text = withDrawings(text);
  return text.replace(unknownWrappers, '').replace(/<w:cr\s*\/>/g, '<w:br/>');
}

function tell(xml: string, notes: ImportNotes): void {
  if (xml.includes('<w:document') || xml.includes(':document ')) {
    const changes = countOf(xml, /<w:(?:ins|del|moveFrom|moveTo)[ >]/g);
    notes.warn({ code: 'trackedChanges', count: changes });
  }
  if (xml.includes('<w:comments'))
    notes.warn({ code: 'commentsLeftOut', count: countOf(xml, /<w:comment[ >]/g) });
}

/** Makes a part of a Word file ready for mammoth: what it would drop in silence becomes a mark, what it would miss is told. */
export function prepareWordXml(xml: string, notes: ImportNotes): string {
  if (!xml.includes('<w:p')) return xml;
  tell(xml, notes);
  const ready = withoutLoss(xml);
  const marks = ready.split(markInRun).length - xml.split(markInRun).length;
  notes.warn({ code: 'pictures', count: marks });
  return ready;
}
