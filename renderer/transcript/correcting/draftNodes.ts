import {
  $createLineBreakNode,
  $createParagraphNode,
  $createRangeSelection,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  TextNode,
  type EditorConfig,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type PointType,
  type SerializedTextNode,
} from 'lexical';

import type { DraftPart, WordsMark } from './draftParts.ts';

const noMark: WordsMark = { units: '', look: '', description: '' };

function dress(element: HTMLElement, mark: WordsMark): void {
  element.dataset['u'] = mark.units;
  element.className = mark.look;
  if (mark.description) element.setAttribute('aria-description', mark.description);
  else element.removeAttribute('aria-description');
}

const isSameMark = (a: WordsMark | null, b: WordsMark | null) =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.units === b.units &&
    a.look === b.look &&
    a.description === b.description);

/** Words that units hold, as a `mark` like those of the transcript. */
export class MarkedWordsNode extends TextNode {
  readonly mark: WordsMark;

  constructor(text = '', mark: WordsMark = noMark, key?: NodeKey) {
    super(text, key);
    this.mark = mark;
  }

  static override getType(): string {
    return 'marked-words';
  }

  /** The text follows by `afterCloneFrom`. */
  static override clone(node: MarkedWordsNode): MarkedWordsNode {
    return new MarkedWordsNode('', node.mark, node.getKey());
  }

  static override importJSON(serialized: SerializedTextNode): MarkedWordsNode {
    return new MarkedWordsNode(serialized.text);
  }

  override createDOM(config: EditorConfig, editor?: LexicalEditor): HTMLElement {
    const words = super.createDOM(config, editor);
    const mark = document.createElement('mark');
    mark.append(...words.childNodes);
    dress(mark, this.mark);
    return mark;
  }

  override updateDOM(before: this, element: HTMLElement, config: EditorConfig): boolean {
    const isReplaced = super.updateDOM(before, element, config);
    if (!isReplaced && before.mark !== this.mark) dress(element, this.mark);
    return isReplaced;
  }
}

function $paragraph(): ElementNode {
  const [first, ...others] = $getRoot().getChildren();
  for (const other of others) other.remove();
  if ($isElementNode(first)) return first;
  const paragraph = $createParagraphNode();
  $getRoot().append(paragraph);
  return paragraph;
}

const textOf = (node: LexicalNode) =>
  $isLineBreakNode(node) ? '\n' : node.getTextContent();

/** All that stands in the editor. */
export function $draftText(): string {
  return $getRoot()
    .getChildren()
    .map((child) =>
      $isElementNode(child) ? child.getChildren().map(textOf).join('') : textOf(child),
    )
    .join('\n');
}

function offsetOf(point: PointType): number {
  const node = point.getNode();
  const isText = point.type === 'text';
  const siblings = isText
    ? node.getPreviousSiblings()
    : $isElementNode(node) && node.getType() !== 'root'
      ? node.getChildren().slice(0, point.offset)
      : [];
  const before = siblings.reduce((sum, sibling) => sum + textOf(sibling).length, 0);
  return isText ? before + point.offset : before;
}

/** Anchor and focus in the offsets of the text; null when nothing is selected. */
export function $selectedOffsets(): readonly [anchor: number, focus: number] | null {
  const selection = $getSelection();
  return $isRangeSelection(selection)
    ? [offsetOf(selection.anchor), offsetOf(selection.focus)]
    : null;
}

function $setPoint(point: PointType, offset: number): void {
  const paragraph = $paragraph();
  let left = offset;
  for (const [index, child] of paragraph.getChildren().entries()) {
    const { length } = textOf(child);
    if ($isTextNode(child) && left <= length) {
      point.set(child.getKey(), left, 'text');
      return;
    }
    if (left === 0) {
      point.set(paragraph.getKey(), index, 'element');
      return;
    }
    left -= length;
  }
  point.set(paragraph.getKey(), paragraph.getChildrenSize(), 'element');
}

export function $selectOffsets(anchor: number, focus = anchor): void {
  const selection = $createRangeSelection();
  $setPoint(selection.anchor, anchor);
  $setPoint(selection.focus, focus);
  $setSelection(selection);
}

function $isPart(node: LexicalNode | undefined, part: DraftPart | undefined): boolean {
  if (!node || !part) return false;
  if (part.kind === 'break') return $isLineBreakNode(node);
  if (!$isTextNode(node) || node.getTextContent() !== part.text) return false;
  if (node instanceof MarkedWordsNode) return isSameMark(node.mark, part.mark);
  return node.getType() === 'text' && node.getFormat() === 0 && part.mark === null;
}

function nodeOf(part: DraftPart): LexicalNode {
  if (part.kind === 'break') return $createLineBreakNode();
  return part.mark
    ? new MarkedWordsNode(part.text, part.mark)
    : $createTextNode(part.text);
}

/** Whether the editor holds just these parts. */
export function $holds(parts: readonly DraftPart[]): boolean {
  const [first, ...others] = $getRoot().getChildren();
  if (others.length > 0 || !$isElementNode(first)) return false;
  const children = first.getChildren();
  return (
    children.length === parts.length &&
    parts.every((part, index) => $isPart(children[index], part))
  );
}

/** Makes the editor hold these parts, leaving alone what is the same at the beginning and at the end; the selection stays where it was in the text. */
export function $lay(parts: readonly DraftPart[]): void {
  const selected = $selectedOffsets();
  const paragraph = $paragraph();
  const children = paragraph.getChildren();
  const shortest = Math.min(children.length, parts.length);
  let start = 0;
  while (start < shortest && $isPart(children[start], parts[start])) start += 1;
  let end = 0;
  while (end < shortest - start && $isPart(children.at(-1 - end), parts.at(-1 - end)))
    end += 1;
  paragraph.splice(
    start,
    children.length - start - end,
    parts.slice(start, parts.length - end).map(nodeOf),
  );
  if (selected) $selectOffsets(...selected);
}
