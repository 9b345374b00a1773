import { z } from 'zod';
import { action, command, query } from '../contract.ts';
import {
  attributeName,
  attributeType,
  attributeValue,
  type AttributeValue,
  type UsedAttribute,
} from '../domain/attribute.ts';
import { consentFacts, type Consent } from '../domain/consent.ts';
import {
  attributeId,
  participantId,
  speakerId,
  type AttributeId,
  type ParticipantId,
  type SpeakerId,
  type TranscriptId,
} from '../domain/ids.ts';
import { surveyColumn, type SurveyOutcome, type TablePreview } from '../domain/survey.ts';
import { line, name } from '../domain/text.ts';
import type { SpeakerRole, TranscriptKind } from '../domain/transcript.ts';

const nothing = z.object({});

/** What participants are, what they have allowed, and where they speak. */
export const participantsApi = {
  /** A staged file as a table of people, each row one. */
  'tables.preview': command<TablePreview>()(
    z.object({
      fileId: z.string(),
      withRows: z.boolean().default(false),
      withoutHidden: z.boolean().default(false),
    }),
  ),
  /** Each open question becomes a transcript of free-text answers, each answer a turn of its person. */
  'surveys.run': command<SurveyOutcome>()(
    z.object({
      fileId: z.string(),
      sheet: z.int().min(0).max(1000).default(0),
      /** Default: what was proposed. */
      columns: z.array(surveyColumn).max(1000).optional(),
      /** Rows that are hidden in the file are left out. */
      withoutHidden: z.boolean().default(false),
      /** Before the names of the questions. */
      name: name(100).optional(),
      /** People whose id is a participant's pseudonym are that participant; else they are somebody new. */
      areKnown: z.boolean().default(false),
      job: z.string().max(60).optional(),
    }),
  ),
  'attributes.list': query<readonly UsedAttribute[]>()(nothing),
  'attributes.values': query<readonly AttributeValue[]>()(nothing),
  'attributes.add': action<{ readonly id: AttributeId }>()(
    'attributes.add',
    z.object({
      name: attributeName,
      type: attributeType.default('text'),
      allowed: z.array(attributeValue).max(500).default([]),
    }),
  ),
  'attributes.describe': action()(
    'attributes.describe',
    z.object({
      attributeId,
      name: attributeName.optional(),
      type: attributeType.optional(),
      /** All that a choice allows, in their order. */
      allowed: z.array(attributeValue).max(500).optional(),
      isHidden: z.boolean().optional(),
    }),
  ),
  'attributes.move': action()(
    'attributes.move',
    z.object({ attributeId, after: attributeId.nullable() }),
  ),
  /** Everybody who has one of the values gets `into` instead. */
  'attributes.mergeValues': action()(
    'attributes.mergeValues',
    z.object({
      attributeId,
      values: z.array(attributeValue).min(1).max(500),
      into: attributeValue.pipe(z.string().min(1)),
    }),
  ),
  'attributes.remove': action()('attributes.remove', z.object({ attributeId })),
  /** Values of any participants, also new ones, and of any attributes, also new ones, as one step. */
  'participants.fill': action<{ readonly cells: number }>()(
    'participants.fill',
    z.object({
      newAttributes: z
        .array(z.object({ name: attributeName, type: attributeType }))
        .max(200)
        .default([]),
      rows: z
        .array(
          z.object({
            participantId: participantId.optional(),
            /** The participant of that name, who is made when there is none; beside an id, the new name. */
            pseudonym: name(100).optional(),
            cells: z
              .array(
                z.object({
                  attributeId: attributeId.optional(),
                  /** One of the new attributes, or one that is there. */
                  attribute: attributeName.optional(),
                  value: attributeValue,
                }),
              )
              .max(200),
          }),
        )
        .min(1)
        .max(20_000),
      /** Values that a choice does not allow are added to what it allows. */
      isAllowing: z.boolean().default(false),
    }),
  ),
  'consents.list':
    query<readonly (Consent & { readonly participantId: ParticipantId })[]>()(nothing),
  'consents.record': action()(
    'consents.record',
    z
      .object({ participantIds: z.array(participantId).min(1).max(20_000) })
      .extend(consentFacts.shape),
  ),
  'consents.withdraw': action()(
    'consents.withdraw',
    z.object({ participantId, date: z.iso.date(), reason: line(500).default('') }),
  ),
  /** She takes part as before, but her words leave in nothing that is taken home. */
  'consents.withdrawQuotes': action()(
    'consents.withdrawQuotes',
    z.object({ participantId, date: z.iso.date(), reason: line(500).default('') }),
  ),
  /** The withdrawal was a mistake, or she has changed her mind. */
  'consents.takeBack': action()('consents.takeBack', z.object({ participantId })),
  /** Where she speaks, in the order of the transcripts, and how much. */
  'participants.said': query<
    readonly {
      readonly speakerId: SpeakerId;
      readonly transcriptId: TranscriptId;
      readonly transcript: string;
      readonly kind: TranscriptKind;
      readonly date: string | null;
      readonly label: string;
      readonly turns: number;
      readonly words: number;
      readonly units: number;
    }[]
  >()(z.object({ participantId })),
  /** Speakers that are the same person or have the same label, in all transcripts; the asked one among them. */
  'speakers.alike': query<
    readonly {
      readonly speakerId: SpeakerId;
      readonly transcript: string;
      readonly label: string;
      readonly role: SpeakerRole;
      readonly pseudonym: string | null;
      readonly turns: number;
      /** The same participant, or, where nobody is one, the same label in the same role. */
      readonly isSame: boolean;
      /** Somebody else in that transcript who has the wanted label. */
      readonly isTaken: boolean;
    }[]
  >()(z.object({ speakerId, label: line(200).default('') })),
  'speakers.renameEverywhere': action()(
    'speakers.renameEverywhere',
    z.object({ speakerIds: z.array(speakerId).min(1).max(20_000), label: name(200) }),
  ),
} as const;
