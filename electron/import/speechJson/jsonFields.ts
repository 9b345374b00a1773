import * as z from 'zod';

const numberLike = z.union([
  z.number(),
  z.string().regex(/^\s*-?\d{1,9}(?:\.\d{1,12})?\s*$/),
]);

function scaled(factor: number) {
  return numberLike
    .nullish()
    .transform((value) =>
      value === null || value === undefined ? null : Math.round(Number(value) * factor),
    );
}

/** A time in seconds, as a number or in quotation marks; in milliseconds when read, null when it is not there. */
export const seconds = scaled(1000);

/** A time in milliseconds; null when it is not there. */
export const milliseconds = scaled(1);

/** A speaker's name as it is written, a number as `Speaker 0`; undefined when there is none. */
export function speakerName(
  written: string | number | null | undefined,
): string | undefined {
  const name = String(written ?? '').trim();
  if (name === '') return undefined;
  return /^\d{1,4}$/.test(name) ? `Speaker ${name}` : name;
}

/** What stands for a speaker: a name, a code or a number. */
export const speakerId = z.union([z.string(), z.number()]).nullish();

/** Who speaks, by name as `speakerName` has it. */
export const speaker = speakerId.transform(speakerName);

/** Words; '' when they are not there. */
export const words = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
