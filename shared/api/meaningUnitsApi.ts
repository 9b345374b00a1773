import { z } from 'zod';
import { action, query } from '../contract.ts';
import { origin, type Code } from '../domain/code.ts';
import {
  categoryId,
  codeId,
  meaningUnitId,
  transcriptId,
  type CodeId,
  type MeaningUnitId,
} from '../domain/ids.ts';
import type { MarkedUnit, MeaningUnit } from '../domain/meaningUnit.ts';
import { span } from '../domain/span.ts';
import { line, name, prose } from '../domain/text.ts';

const nothing = z.object({});
const units = z.array(meaningUnitId).min(1).max(20_000);
const newCode = z.object({ name: name(200), definition: prose().default('') });
/** Between which siblings: after the given one, or first when null, or last when absent. */
const after = <Id extends z.ZodType>(id: Id) => id.nullable().optional();

/** Marking, condensing and coding. */
export const meaningUnitsApi = {
  'meaningUnits.ofTranscript': query<readonly MarkedUnit[]>()(z.object({ transcriptId })),
  'meaningUnits.changed': query<{
    readonly touched: readonly MeaningUnitId[];
    readonly units: readonly MarkedUnit[];
  } | null>()(z.object({ transcriptId, from: z.int(), to: z.int() })),
  'meaningUnits.read': query<MeaningUnit>()(z.object({ unitId: meaningUnitId })),
  'meaningUnits.retired': query<readonly MeaningUnit[]>()(nothing),
  'meaningUnits.mark': action<{
    readonly id: MeaningUnitId;
    readonly number: number;
    readonly words: number;
  }>()('meaningUnits.mark', z.object({ spans: z.array(span).min(1).max(500) })),
  'meaningUnits.addSpans': action()(
    'meaningUnits.addSpans',
    z.object({ unitId: meaningUnitId, spans: z.array(span).min(1).max(500) }),
  ),
  'meaningUnits.resize': action()(
    'meaningUnits.resize',
    z.object({ unitId: meaningUnitId, spans: z.array(span).min(1).max(500) }),
  ),
  'meaningUnits.retire': action()(
    'meaningUnits.retire',
    z.object({ unitIds: units, reason: line(300).default('') }),
  ),
  'meaningUnits.restore': action()('meaningUnits.restore', z.object({ unitIds: units })),
  'meaningUnits.star': action()(
    'meaningUnits.star',
    z.object({ unitIds: units, isQuotable: z.boolean() }),
  ),
  'meaningUnits.condense': action()(
    'meaningUnits.condense',
    z.object({ unitId: meaningUnitId, text: prose(20_000) }),
  ),
  'meaningUnits.interpret': action()(
    'meaningUnits.interpret',
    z.object({ unitId: meaningUnitId, text: prose(20_000) }),
  ),
  'meaningUnits.code': action<{ readonly codeIds: readonly CodeId[] }>()(
    'meaningUnits.code',
    z.object({
      unitIds: units,
      codeIds: z.array(codeId).default([]),
      create: z.array(newCode).default([]),
    }),
  ),
  'meaningUnits.uncode': action()(
    'meaningUnits.uncode',
    z.object({ unitIds: units, codeId }),
  ),

  'codes.list': query<readonly Code[]>()(nothing),
  'codes.units': query<readonly MeaningUnit[]>()(
    z.object({
      codeIds: z.array(codeId).min(1).max(500),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
  ),
  'codes.create': action<{ readonly id: CodeId }>()(
    'codes.create',
    newCode.extend({ categoryId: categoryId.optional() }),
  ),
  'codes.rename': action()('codes.rename', z.object({ codeId, name: name(200) })),
  'codes.describe': action()(
    'codes.describe',
    z.object({
      codeId,
      definition: prose().optional(),
      inclusion: prose().optional(),
      exclusion: prose().optional(),
      origin: origin.optional(),
    }),
  ),
  'codes.colour': action()(
    'codes.colour',
    z.object({ codeId, colour: z.int().min(1).max(16).nullable() }),
  ),
  'codes.move': action()(
    'codes.move',
    z.object({
      codeIds: z.array(codeId).min(1).max(5000),
      categoryId: categoryId.nullable(),
      after: after(codeId),
    }),
  ),
  'codes.merge': action()(
    'codes.merge',
    z.object({ into: codeId, from: z.array(codeId).min(1), name: name(200).optional() }),
  ),
  'codes.split': action<{ readonly id: CodeId }>()(
    'codes.split',
    z.object({ codeId, unitIds: units, name: name(200) }),
  ),
  'codes.remove': action()('codes.remove', z.object({ codeIds: z.array(codeId).min(1) })),
} as const;
