import type { NameOf } from '../../shared/api.ts';
import { attributeTypes } from '../../shared/domain/attribute.ts';
import type { Generators } from './randomInputs.ts';

type AboutPeople = Extract<
  NameOf<'action'>,
  | `attributes.${string}`
  | `consents.${string}`
  | 'participants.fill'
  | 'speakers.renameEverywhere'
>;

const values = [
  'ja',
  'nej',
  '34',
  '3,5',
  '2026-02-29',
  '2026-02-28',
  'anhörig',
  'Anhörig',
  '',
];

/** What is known of participants, at random. */
export const randomPeople: Pick<Generators, AboutPeople> = {
  'attributes.add': {
    weight: 1,
    input: (draw) => ({
      name: draw.name(),
      type: draw.one(attributeTypes),
      allowed: [draw.one(values)],
    }),
  },
  'attributes.describe': {
    weight: 1,
    input: (draw) => ({
      attributeId: draw.one(draw.ids.attributes),
      type: draw.one(attributeTypes),
      ...(draw.isLucky(0.3) ? { name: draw.name(), isHidden: true } : {}),
      ...(draw.isLucky(0.3) ? { allowed: draw.some(values, 3) } : {}),
    }),
  },
  'attributes.move': {
    weight: 0.5,
    input: (draw) => ({
      attributeId: draw.one(draw.ids.attributes),
      after: draw.isLucky(0.3) ? null : draw.one(draw.ids.attributes),
    }),
  },
  'attributes.mergeValues': {
    weight: 1,
    input: (draw) => ({
      attributeId: draw.one(draw.ids.attributes),
      values: draw.some(values, 3),
      into: draw.one(values) || 'annat',
    }),
  },
  'attributes.remove': {
    weight: 0.3,
    input: (draw) => ({ attributeId: draw.one(draw.ids.attributes) }),
  },
  'participants.fill': {
    weight: 4,
    input: (draw) => ({
      newAttributes: draw.isLucky(0.1) ? [{ name: 'Ny', type: 'choice' }] : [],
      isAllowing: draw.isLucky(0.5),
      rows: [
        {
          ...(draw.isLucky(0.8)
            ? { participantId: draw.one(draw.ids.participants) }
            : { pseudonym: draw.name() }),
          cells: Array.from({ length: 1 + draw.below(3) }, () => ({
            attributeId: draw.one(draw.ids.attributes),
            value: draw.one(values),
          })),
        },
      ],
    }),
  },
  'consents.record': {
    weight: 1,
    input: (draw) => ({
      participantIds: draw.some(draw.ids.participants, 3),
      status: draw.isLucky(0.8) ? 'given' : 'declined',
      mayQuote: draw.isLucky(0.5),
    }),
  },
  'consents.withdraw': {
    weight: 0.5,
    input: (draw) => ({
      participantId: draw.one(draw.ids.participants),
      date: '2026-05-04',
      reason: draw.text(),
    }),
  },
  'consents.withdrawQuotes': {
    weight: 0.5,
    input: (draw) => ({
      participantId: draw.one(draw.ids.participants),
      date: '2026-05-04',
    }),
  },
  'consents.takeBack': {
    weight: 0.5,
    input: (draw) => ({ participantId: draw.one(draw.ids.participants) }),
  },
  'speakers.renameEverywhere': {
    weight: 1,
    input: (draw) => ({
      speakerIds: draw.some(draw.ids.speakers, 3),
      label: draw.name(),
    }),
  },
};
