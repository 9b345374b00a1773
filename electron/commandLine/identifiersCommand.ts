import { ask, assertNoMore, openNamed, type Answer, type Ground } from './ground.ts';

/** What may point somebody out, by kind, without deciding anything; what the analyst has left is marked so. */
export async function identifiers(ground: Ground): Promise<Answer> {
  assertNoMore(ground, 1);
  await openNamed(ground);
  const found = await ask(ground, 'identifiers.find', {});
  const { say } = ground;
  const rows = found.map((identifier) => {
    const { kind, words, certainty, places, elsewhere, isLeft } = identifier;
    const count = places + elsewhere;
    const facts = [
      say(`pseudonyms.places`, { count, n: count }),
      say(`pseudonyms.certainty.${certainty}`),
      ...(isLeft ? [say('cli.identifierLeft')] : []),
    ];
    return [say(`pseudonyms.kind.${kind}`), words, facts.join(', ')] as const;
  });
  const width = (column: 0 | 1) =>
    Math.max(0, ...rows.map((row) => row[column].length)) + 2;
  return {
    value: found,
    lines:
      rows.length === 0
        ? [say('cli.noIdentifiers')]
        : rows.map(
            ([kind, words, facts]) =>
              `${kind.padEnd(width(0))}${words.padEnd(width(1))}${facts}`,
          ),
    status: 0,
  };
}
