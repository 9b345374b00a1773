import { z } from 'zod';
import { action, query } from '../contract.ts';
import type { Category } from '../domain/category.ts';
import {
  categoryId,
  codeId,
  meaningUnitId,
  memoId,
  themeId,
  transcriptId,
  type CategoryId,
  type MemoId,
  type ThemeId,
} from '../domain/ids.ts';
import type { MeaningUnit } from '../domain/meaningUnit.ts';
import { name, prose } from '../domain/text.ts';
import type { Memo, Reading, Theme } from '../domain/theme.ts';

const nothing = z.object({});
/** Between which siblings: after the given one, or first when null, or last when absent. */
const after = <Id extends z.ZodType>(id: Id) => id.nullable().optional();

/** The category tree and what stands outside it. */
export const groupingApi = {
  'categories.list': query<readonly Category[]>()(nothing),
  'categories.units': query<readonly MeaningUnit[]>()(
    z.object({
      categoryId,
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
  ),
  'categories.create': action<{ readonly id: CategoryId }>()(
    'categories.create',
    z.object({
      name: name(300),
      depth: z.int().min(1).max(6),
      parentId: categoryId.nullable().default(null),
      after: after(categoryId),
      codeIds: z.array(codeId).default([]),
      categoryIds: z.array(categoryId).default([]),
    }),
  ),
  'categories.rename': action()(
    'categories.rename',
    z.object({ categoryId, name: name(300) }),
  ),
  'categories.describe': action()(
    'categories.describe',
    z.object({
      categoryId,
      definition: prose().optional(),
      inclusion: prose().optional(),
      exclusion: prose().optional(),
    }),
  ),
  'categories.colour': action()(
    'categories.colour',
    z.object({ categoryId, colour: z.int().min(1).max(16).nullable() }),
  ),
  'categories.move': action()(
    'categories.move',
    z.object({
      categoryIds: z.array(categoryId).min(1),
      parentId: categoryId.nullable(),
      after: after(categoryId),
    }),
  ),
  'categories.dissolve': action()('categories.dissolve', z.object({ categoryId })),

  'themes.list': query<readonly Theme[]>()(nothing),
  'themes.create': action<{ readonly id: ThemeId }>()(
    'themes.create',
    z.object({ name: name(300), parentId: themeId.nullable().default(null) }),
  ),
  'themes.rename': action()('themes.rename', z.object({ themeId, name: name(300) })),
  'themes.move': action()(
    'themes.move',
    z.object({ themeId, parentId: themeId.nullable(), after: after(themeId) }),
  ),
  'themes.link': action()(
    'themes.link',
    z.object({
      themeId,
      unitIds: z.array(meaningUnitId).default([]),
      codeIds: z.array(codeId).default([]),
      categoryIds: z.array(categoryId).default([]),
    }),
  ),
  'themes.unlink': action()(
    'themes.unlink',
    z.object({
      themeId,
      unitIds: z.array(meaningUnitId).default([]),
      codeIds: z.array(codeId).default([]),
      categoryIds: z.array(categoryId).default([]),
    }),
  ),
  'themes.remove': action()('themes.remove', z.object({ themeId })),
  'memos.about': query<readonly Memo[]>()(
    z.object({
      transcriptId: transcriptId.optional(),
      unitId: meaningUnitId.optional(),
      codeId: codeId.optional(),
      categoryId: categoryId.optional(),
      themeId: themeId.optional(),
    }),
  ),
  'memos.write': action<{ readonly id: MemoId }>()(
    'memos.write',
    z.object({
      memoId: memoId.optional(),
      text: prose().pipe(z.string().min(1)),
      /** A `reading` is an entry of the reading log, on a transcript. */
      kind: z.enum(['note', 'reading']).optional(),
      transcriptId: transcriptId.optional(),
      unitId: meaningUnitId.optional(),
      codeId: codeId.optional(),
      categoryId: categoryId.optional(),
      themeId: themeId.optional(),
    }),
  ),
  'memos.readingLog': query<readonly Reading[]>()(z.object({})),
  'memos.remove': action()('memos.remove', z.object({ memoId })),
} as const;
