import type { Input, Output } from '../../shared/api.ts';
import { fittingValue } from '../../shared/domain/attribute.ts';
import {
  mostHitsOfAll,
  searchScopes,
  searchWays,
  type SearchFilter,
  type SearchScope,
  type SpokenHit,
  type WrittenHit,
} from '../../shared/domain/search.ts';
import { speakerRoles } from '../../shared/domain/transcript.ts';
import type { Passage } from '../../shared/text/passage.ts';
import { BadCall, chosen, type CallOptions } from './call.ts';
import {
  ask,
  assertNoMore,
  openNamed,
  operand,
  type Answer,
  type Ground,
} from './ground.ts';

const folded = (text: string) => text.normalize('NFC').trim().toLocaleLowerCase();

type Named = 'transcript' | 'speaker' | 'participant' | 'attribute' | 'question' | 'code';

/** What has each of the names that an option gives, case apart; a name that nothing has makes the call wrong. */
async function named<One>(
  options: CallOptions,
  option: Named,
  read: () => Promise<readonly (readonly [name: string, one: One])[]>,
): Promise<readonly One[] | undefined> {
  const names = options[option];
  if (names === undefined) return undefined;
  const all = await read();
  return names.flatMap((name) => {
    const found = all.filter(([own]) => folded(own) === folded(name));
    if (found.length === 0) throw new BadCall('cli.noSuch', { option, value: name });
    return found.map(([, one]) => one);
  });
}

type Value = NonNullable<SearchFilter['attributes']>[number];

/** `Kön=kvinna`, the value as it is read or as it is stored. */
async function attributesOf(ground: Ground): Promise<readonly Value[] | undefined> {
  const asked = ground.call.options.attribute;
  if (asked === undefined) return undefined;
  const attributes = await ask(ground, 'attributes.list', {});
  return asked.map((given) => {
    const at = given.indexOf('=');
    const [name, value] = [given.slice(0, at), given.slice(at + 1)];
    const attribute = attributes.find(
      (one) => at > 0 && folded(one.name) === folded(name),
    );
    const stored = attribute && (fittingValue(attribute, value) ?? value);
    const used = attribute?.used.find(
      (one) => folded(one.value) === folded(stored ?? ''),
    );
    if (!attribute || !used)
      throw new BadCall('cli.noSuch', { option: 'attribute', value: given });
    return { attributeId: attribute.id, value: used.value };
  });
}

const outside = 'outside';

async function questionsOf(ground: Ground) {
  return named(ground.call.options, 'question', async () => {
    const { questions } = await ask(ground, 'guide.read', {});
    return [
      ...questions.map(({ number, id }) => [String(number), id] as const),
      [outside, null] as const,
    ];
  });
}

function rolesOf({ role }: CallOptions) {
  return role?.map((one) => {
    const known = speakerRoles.find((each) => each === one);
    if (known === undefined)
      throw new BadCall('cli.optionValue', {
        option: 'role',
        value: one,
        choices: speakerRoles.join(', '),
      });
    return known;
  });
}

async function filterOf(ground: Ground): Promise<SearchFilter> {
  const { options } = ground.call;
  const filter = {
    transcriptIds: await named(options, 'transcript', async () =>
      (await ask(ground, 'transcripts.list', {})).map(
        ({ name, id }) => [name, id] as const,
      ),
    ),
    speakers: await named(options, 'speaker', async () =>
      (await ask(ground, 'speakers.heard', {})).map(
        ({ label }) => [label, label] as const,
      ),
    ),
    roles: rolesOf(options),
    participantIds: await named(options, 'participant', async () =>
      (await ask(ground, 'participants.list', {})).map(
        ({ pseudonym, id }) => [pseudonym, id] as const,
      ),
    ),
    attributes: await attributesOf(ground),
    questionIds: await questionsOf(ground),
    codeIds: await named(options, 'code', async () =>
      (await ask(ground, 'codes.list', {})).map(({ name, id }) => [name, id] as const),
    ),
  };
  return Object.fromEntries(
    Object.entries(filter).filter(([, values]) => values !== undefined),
  );
}

/** Words of units are words of turns: both would say everything twice. */
const usualScopes = searchScopes.filter((scope) => scope !== 'units');

function scopesOf({ in: given }: CallOptions): SearchScope[] {
  if (given === undefined) return [...usualScopes];
  return given.split(',').map((part) => {
    const scope = searchScopes.find((one) => one === part.trim());
    if (scope === undefined)
      throw new BadCall('cli.optionValue', {
        option: 'in',
        value: part,
        choices: searchScopes.join(', '),
      });
    return scope;
  });
}

function limitOf({ limit }: CallOptions): number {
  const most = limit === undefined ? mostHitsOfAll : Number(limit);
  if (!Number.isInteger(most) || most < 1 || most > mostHitsOfAll)
    throw new BadCall('cli.badLimit', { value: limit ?? '', most: mostHitsOfAll });
  return most;
}

const shown = ({ before, words, after }: Passage) => `${before}«${words}»${after}`;

const spokenLine = ({ transcriptName, turnLabel, speaker, passage }: SpokenHit) =>
  `  ${[transcriptName, turnLabel, speaker].filter(Boolean).join(' ')}: ${shown(passage)}`;

function writtenLine({ say }: Ground, { about, field, passage }: WrittenHit): string {
  const unit = about.noun === 'unit' ? say('search.where.unit', { n: about.number }) : '';
  const name = 'name' in about ? about.name : say('search.where.project');
  const what = say(`search.field.${field}`);
  return `  ${[unit, name].filter(Boolean).join(', ')} (${what}): ${shown(passage)}`;
}

function linesOf(ground: Ground, answer: Output<'search.find'>): readonly string[] {
  const { say } = ground;
  const parts = [
    ...(['turns', 'units'] as const).map((scope) => ({
      scope,
      hasMore: answer[scope]?.hasMore ?? false,
      lines: (answer[scope]?.hits ?? []).map(spokenLine),
    })),
    ...answer.written.map(({ scope, hits, hasMore }) => ({
      scope,
      hasMore,
      lines: hits.map((hit) => writtenLine(ground, hit)),
    })),
  ].filter(({ lines }) => lines.length > 0);
  const found = parts.flatMap(({ scope, lines, hasMore }) => [
    `${say(`search.scope.${scope}`)}: ${lines.length}${hasMore ? '+' : ''}`,
    ...lines,
  ]);
  const text = ground.call.operands[1] ?? '';
  return found.length === 0 ? [say('search.none', { text })] : found;
}

/** Finds words anywhere in the project; reads only. */
export async function search(ground: Ground): Promise<Answer> {
  const text = operand(ground, 1, 'TEXT');
  assertNoMore(ground, 2);
  const { options } = ground.call;
  const request: Input<'search.find'> = {
    text,
    way: chosen(options, 'way', searchWays) ?? 'words',
    fold: options.fold ?? false,
    scopes: scopesOf(options),
    limit: limitOf(options),
  };
  await openNamed(ground);
  const answer = await ask(ground, 'search.find', {
    ...request,
    filter: await filterOf(ground),
  });
  if (answer.isCut) ground.note(ground.say('cli.searchCut'));
  return { value: answer, lines: linesOf(ground, answer), status: 0 };
}
