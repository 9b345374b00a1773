interface Subtitle {
  /** Hours, minutes, seconds, frames. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Signs are bytes; each part has a block of its own. */
  readonly parts: readonly string[];
  readonly isComment?: boolean;
}

function blocksOf({ from, to, parts, isComment }: Subtitle, number: number): Buffer[] {
  return parts.map((part, at) => {
    const block = Buffer.alloc(128, 0x8f);
    const isLast = at === parts.length - 1;
    block.set([
      0,
      number,
      0,
      isLast ? 0xff : at,
      0,
      ...from,
      ...to,
      20,
      2,
      isComment ? 1 : 0,
    ]);
    block.set(Buffer.from(part, 'latin1'), 16);
    return block;
  });
}

/** A binary EBU subtitle file at 25 frames a second in the Latin alphabet. */
export function ebuStlFile(
  programmeStart: string,
  subtitles: readonly Subtitle[],
): Uint8Array {
  const head = Buffer.alloc(1024, 0x20);
  head.write('850STL25.01000009', 0, 'latin1');
  head.write(programmeStart, 256, 'latin1');
  return Uint8Array.from(Buffer.concat([head, ...subtitles.flatMap(blocksOf)]));
}
