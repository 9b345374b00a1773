import { Refusal } from '../../../shared/errors.ts';
import type { ImportNotes } from '../importNotes.ts';
import { decodePage, pageOfFont } from './rtfCharsets.ts';
import { RtfPlace } from './rtfPlaces.ts';
import type { RtfListener } from './rtfTokens.ts';
import { characters, keptDestinations, leftOutDestinations } from './rtfWords.ts';
import type { SourceLine } from '../sourceLines.ts';
import { pictureMark } from '../word/wordXml.ts';

/** What a group inherits and may change for itself. */
interface Group {
  isLeftOut: boolean;
  isFontTable: boolean;
  isUpr: boolean;
  bold: boolean;
  deleted: boolean;
  /** How many characters stand in for one \u. */
  fallback: number;
  font: number;
  inTable: boolean;
  heading: number;
  onClose: (() => void) | null;
}

const mostGroups = 2000;
const utf8 = 65001;
const macRoman = 10000;

const outermost: Group = {
  isLeftOut: false,
  isFontTable: false,
  isUpr: false,
  bold: false,
  deleted: false,
  fallback: 1,
  font: -1,
  inTable: false,
  heading: 0,
  onClose: null,
};

/** Gathers the lines of an RTF text while its tokens are read. */
export class RtfText implements RtfListener {
  readonly #file: string;
  readonly #isUtf8: boolean;
  readonly #groups: Group[] = [{ ...outermost }];
  readonly #places = [new RtfPlace()];
  readonly #fonts = new Map<number, number | null>();
  readonly #counts = { comments: 0, changes: 0, footnotes: 0, pictures: 0 };
  documentPage = 1252;
  defaultFont = -1;
  #fontDefined = -1;
  #bytes: number[] = [];
  #bytesPage = 0;
  #toSkip = 0;
  #isStarred = false;
  #isUnbalanced = false;

  /** `isUtf8` when bytes beyond ASCII stand unescaped and are UTF-8, as some programs write against the rules. */
  constructor(file: string, isUtf8: boolean) {
    this.#file = file;
    this.#isUtf8 = isUtf8;
  }

  get group(): Group {
    return this.#groups.at(-1) ?? outermost;
  }

  get #place(): RtfPlace {
    return this.#places.at(-1)!;
  }

  readonly open = (): void => {
    this.#flush();
    if (this.#groups.length >= mostGroups)
      throw new Refusal('import.rtfDamaged', { file: this.#file }, { file: this.#file });
    this.#groups.push({ ...this.group, onClose: null });
    this.#toSkip = 0;
    this.#isStarred = false;
  };

  readonly close = (): void => {
    this.#flush();
    this.#toSkip = 0;
    if (this.#groups.length === 1) {
      this.#isUnbalanced = true;
      return;
    }
    const { onClose } = this.group;
    this.#groups.pop();
    onClose?.();
  };

  readonly byte = (byte: number, isEscaped: boolean): void => {
    if (this.#toSkip > 0) {
      this.#toSkip -= 1;
      return;
    }
    const { isLeftOut, deleted } = this.group;
    if (isLeftOut || deleted) return;
    if (this.#groups.length === 1 && byte > 0x20) this.#isUnbalanced = true;
    const page = this.#isUtf8 && !isEscaped && byte >= 0x80 ? utf8 : this.#page();
    if (page !== this.#bytesPage) this.#flush();
    this.#bytesPage = page;
    this.#bytes.push(byte);
  };

  readonly word = (name: string, value: number | null): void => {
    const isStarred = this.#isStarred;
    this.#isStarred = name === '*';
    if (this.#isStarred) return;
    const character = characters.get(name);
    if (character === undefined) this.#act(name, value, isStarred);
    else this.#character(character);
  };

  #act(name: string, value: number | null, isStarred: boolean): void {
    const act = Object.hasOwn(actions, name) ? actions[name] : undefined;
    const isUnknown = isStarred && act === undefined && !keptDestinations.has(name);
    if (isUnknown || leftOutDestinations.has(name)) this.leaveOut();
    else if (act !== undefined && (!this.group.isLeftOut || alwaysRead.has(name)))
      act(this, value);
  }

  #character(text: string): void {
    if (this.#toSkip > 0) this.#toSkip -= 1;
    else this.say(text);
  }

  #page(): number {
    const { font } = this.group;
    const page = this.#fonts.get(font === -1 ? this.defaultFont : font) ?? null;
    return page === null || (page === 1252 && this.documentPage === macRoman)
      ? this.documentPage
      : page;
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const text = decodePage(this.#bytes, this.#bytesPage);
    this.#bytes = [];
    this.#place.say(text, this.group.bold);
  }

  say(text: string): void {
    this.#flush();
    const { isLeftOut, deleted, bold } = this.group;
    if (!isLeftOut && !deleted) this.#place.say(text, bold);
  }

  /** Changes how the letters that follow look; those before keep their own look. */
  change(changes: Partial<Group>): void {
    this.#flush();
    Object.assign(this.group, changes);
  }

  unicode(value: number): void {
    const unit = value < 0 ? value + 65_536 : value;
    this.say(unit >= 0 && unit <= 0x10_ff_ff ? String.fromCodePoint(unit) : '\uFFFD');
    this.#toSkip = this.group.fallback;
  }

  leaveOut(): void {
    this.group.isLeftOut = true;
  }

  endParagraph(): void {
    this.#flush();
    this.#place.endParagraph(this.group);
  }

  endCell(): void {
    this.#flush();
    this.#place.endCell();
  }

  endRow(): void {
    this.#flush();
    if (this.#place.isOpen) this.#place.endCell();
    this.#place.endRow();
  }

  endInnerRow(): void {
    this.#flush();
    this.#place.say('\n', false);
  }

  picture(following = 0): void {
    this.say(pictureMark);
    this.#counts.pictures += 1;
    this.leaveOut();
    this.#whenClosed(() => {
      this.#toSkip = following;
    });
  }

  comment(): void {
    this.#counts.comments += 1;
    this.leaveOut();
  }

  trackedChange(changes: Partial<Group>): void {
    this.#counts.changes += 1;
    this.change(changes);
  }

  footnote(): void {
    this.#openPlace((lines) => {
      this.#counts.footnotes += 1;
      const text = lines.map((line) => line.text.trim()).join(' ');
      this.say(` [${this.#counts.footnotes}: ${text}]`);
    });
  }

  textBox(): void {
    this.#openPlace((lines) => this.#place.hold(lines));
  }

  #openPlace(use: (lines: readonly SourceLine[]) => void): void {
    this.#flush();
    this.#places.push(new RtfPlace());
    Object.assign(this.group, { inTable: false, bold: false, heading: 0 });
    this.#whenClosed(() => use(this.#places.pop()?.end() ?? []));
  }

  #whenClosed(act: () => void): void {
    const { onClose } = this.group;
    this.group.onClose = () => {
      act();
      onClose?.();
    };
  }

  /** The Unicode half of a pair that also has one for programs that know no Unicode. */
  readUnicodeHalf(): void {
    if (this.#groups.at(-2)?.isUpr === true)
      Object.assign(this.group, { isLeftOut: false, isUpr: false });
  }

  openFontTable(): void {
    this.group.isLeftOut = true;
    this.group.isFontTable = true;
  }

  font(number: number): void {
    if (this.group.isFontTable) this.#fontDefined = number;
    else if (!this.group.isLeftOut) this.change({ font: number });
  }

  fontPage(page: number | null): void {
    if (this.group.isFontTable) this.#fonts.set(this.#fontDefined, page);
  }

  /** The lines, after the last token; what was altered and left out is told. */
  end(notes: ImportNotes): readonly SourceLine[] {
    this.#flush();
    const isCut = this.#groups.length > 1;
    while (this.#groups.length > 1) this.close();
    const lines = this.#places[0]?.end() ?? [];
    if (isCut || this.#isUnbalanced) notes.warn({ code: 'groupsUnbalanced' });
    notes.warn({ code: 'trackedChanges', count: this.#counts.changes });
    notes.warn({ code: 'commentsLeftOut', count: this.#counts.comments });
    notes.changed({ code: 'footnotesInline', count: this.#counts.footnotes });
    notes.warn({ code: 'pictures', count: this.#counts.pictures });
    return lines;
  }
}

type Action = (reader: RtfText, value: number | null) => void;

/** Words that count even in a destination that is left out. */
const alwaysRead = new Set(['f', 'fcharset', 'cpg', 'nestrow', 'ud', 'uc']);

const endParagraph: Action = (reader) => reader.endParagraph();
const plain: Partial<Group> = { bold: false, font: -1, deleted: false };

const actions: Readonly<Record<string, Action>> = {
  ansi: (reader) => (reader.documentPage = 1252),
  mac: (reader) => (reader.documentPage = macRoman),
  pc: (reader) => (reader.documentPage = 437),
  pca: (reader) => (reader.documentPage = 850),
  ansicpg: (reader, page) => (reader.documentPage = page || reader.documentPage),
  deff: (reader, font) => (reader.defaultFont = font ?? -1),
  fonttbl: (reader) => reader.openFontTable(),
  f: (reader, font) => reader.font(font ?? 0),
  fcharset: (reader, charset) => reader.fontPage(pageOfFont(charset ?? 0)),
  cpg: (reader, page) => reader.fontPage(page),
  uc: (reader, count) => reader.change({ fallback: Math.max(count ?? 1, 0) }),
  u: (reader, value) => reader.unicode(value ?? 0xfffd),
  upr: (reader) => reader.change({ isLeftOut: true, isUpr: true }),
  ud: (reader) => reader.readUnicodeHalf(),
  b: (reader, value) => reader.change({ bold: value !== 0 }),
  plain: (reader) => reader.change(plain),
  pard: (reader) => reader.change({ inTable: false, heading: 0 }),
  intbl: (reader, value) => reader.change({ inTable: value !== 0 }),
  outlinelevel: (reader, level) =>
    reader.change({ heading: level === null || level > 8 ? 0 : Math.min(level + 1, 6) }),
  deleted: (reader, value) =>
    value === 0
      ? reader.change({ deleted: false })
      : reader.trackedChange({ deleted: true }),
  revised: (reader, value) => {
    if (value !== 0) reader.trackedChange({});
  },
  par: endParagraph,
  sect: endParagraph,
  page: endParagraph,
  column: endParagraph,
  cell: (reader) => reader.endCell(),
  row: (reader) => reader.endRow(),
  nestrow: (reader) => reader.endInnerRow(),
  pict: (reader) => reader.picture(),
  mmath: (reader) => reader.picture(),
  NeXTGraphic: (reader) => reader.picture(1),
  annotation: (reader) => reader.comment(),
  footnote: (reader) => reader.footnote(),
  shptxt: (reader) => reader.textBox(),
  dptxbxtext: (reader) => reader.textBox(),
};
