import { readOpenDocumentXml } from './openDocumentXml.ts';
import type { XmlAttributes } from '../xmlEvents.ts';

interface Style {
  readonly name: string;
  readonly parent: string | null;
  bold: boolean | null;
}

const longestAncestry = 20;

function boldOf(attributes: XmlAttributes): boolean | null {
  const weight = attributes['font-weight'];
  if (weight === undefined) return null;
  return weight === 'bold' || Number(weight) >= 600;
}

/** What the styles of an OpenDocument file say of the two things that matter here: bold letters and titles. */
export class OpenDocumentStyles {
  readonly #styles = new Map<string, Style>();

  /** Adds the styles of one part; those of `content.xml` may build on those of `styles.xml`. */
  async add(
    xml: string,
    place: { readonly file: string; readonly part: string },
  ): Promise<void> {
    let current: Style | null = null;
    await readOpenDocumentXml(
      xml,
      {
        open: (name, attributes) => {
          if (name === 'style:style') {
            const own = attributes['name'] ?? '';
            current = {
              name: own,
              parent: attributes['parent-style-name'] ?? null,
              bold: null,
            };
            this.#styles.set(`${attributes['family'] ?? ''} ${own}`, current);
          } else if (name === 'style:text-properties' && current !== null)
            current.bold = boldOf(attributes);
        },
        close: (name) => {
          if (name === 'style:style') current = null;
        },
        text: () => undefined,
      },
      place,
    );
  }

  #ancestry(family: string, name: string): Style[] {
    const found: Style[] = [];
    let next: string | null = name;
    while (next !== null && found.length < longestAncestry) {
      const style: Style | undefined = this.#styles.get(`${family} ${next}`);
      if (style === undefined) break;
      found.push(style);
      next = style.parent;
    }
    return found;
  }

  /** Null when neither the style nor those it builds on say anything of it. */
  isBold(family: 'text' | 'paragraph', name: string): boolean | null {
    return this.#ancestry(family, name).find(({ bold }) => bold !== null)?.bold ?? null;
  }

  /** 1 for a title, 2 for a subtitle, else 0. */
  titleLevel(name: string): number {
    const names = [name, ...this.#ancestry('paragraph', name).map((style) => style.name)];
    if (names.includes('Title')) return 1;
    return names.includes('Subtitle') ? 2 : 0;
  }
}
