import { Tokenizer, TokenizerMode, type Token } from 'parse5';

/** What is met in a piece of HTML, in order. Nothing in it is run, and no tree is built, so that depth costs nothing. */
export interface HtmlEvents {
  /** Characters that a person would see, references read. */
  readonly text: (characters: string) => void;
  readonly open: (name: string, attribute: (name: string) => string | null) => void;
  readonly close: (name: string) => void;
}

/** Elements whose text is no text, with how it has to be read to find their end. */
const unseen: ReadonlyMap<string, Tokenizer['state']> = new Map([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['title', TokenizerMode.RCDATA],
]);

const leftOut = new Set(['script', 'iframe', 'img', 'object', 'embed', 'video', 'audio']);

function attributeOf(token: Token.TagToken): (name: string) => string | null {
  return (name) =>
    token.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** Goes through a piece of HTML; gives how many scripts, pictures and other things that are not text it passed over. */
export function eachHtmlEvent(html: string, events: HtmlEvents): number {
  let passedOver = 0;
  let inside: string | null = null;
  const characters = ({ chars }: Token.CharacterToken) => {
    if (inside === null) events.text(chars);
  };
  const nothing = () => undefined;
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag: (token) => {
        if (inside !== null) return;
        const { tagName } = token;
        if (leftOut.has(tagName)) passedOver += 1;
        const state = token.selfClosing ? undefined : unseen.get(tagName);
        if (state !== undefined) {
          inside = tagName;
          tokenizer.state = state;
        } else events.open(tagName, attributeOf(token));
      },
      onEndTag: ({ tagName }) => {
        if (inside === tagName) inside = null;
        else if (inside === null) events.close(tagName);
      },
      onCharacter: characters,
      onWhitespaceCharacter: characters,
      onNullCharacter: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
    },
  );
  tokenizer.write(html, true);
  return passedOver;
}
