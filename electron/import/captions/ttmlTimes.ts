/** What the numbers of a TTML file count. */
export interface TtmlRates {
  readonly framesPerSecond: number;
  readonly ticksPerSecond: number;
}

function numberOf(written: string | undefined): number | null {
  const value = Number(written ?? '');
  return Number.isFinite(value) && value > 0 ? value : null;
}

/** The rates that the root of a TTML file declares, by the local names of its attributes; the standard's own where it is silent. */
export function ttmlRates(attributes: ReadonlyMap<string, string>): TtmlRates {
  const declared = numberOf(attributes.get('frameRate'));
  const [over, under] = (attributes.get('frameRateMultiplier') ?? '')
    .split(/[\s:]+/)
    .map(numberOf);
  const frames = (declared ?? 30) * ((over ?? 1) / (under ?? 1));
  const ticks =
    numberOf(attributes.get('tickRate')) ??
    (declared === null ? 1 : frames * (numberOf(attributes.get('subFrameRate')) ?? 1));
  return { framesPerSecond: frames, ticksPerSecond: ticks };
}

const clock = /^(\d{1,4}):(\d{2}):(\d{2})(?:[.,](\d{1,9})|:(\d{1,3})(?:\.\d{1,3})?)?$/;
const offset = /^(\d{1,15}(?:\.\d{1,9})?)(h|m|s|ms|f|t)$/;

function msOfClock([, ...parts]: readonly string[], rates: TtmlRates): number {
  const [hours = 0, minutes = 0, seconds = 0] = parts.slice(0, 3).map(Number);
  const [, , , fraction = '0', frames = '0'] = parts;
  const whole = (hours * 60 + minutes) * 60 + seconds;
  const part = Number(`0.${fraction}`) + Number(frames) / rates.framesPerSecond;
  return Math.round((whole + part) * 1000);
}

function msOfUnit(unit: string, rates: TtmlRates): number {
  if (unit === 'f') return 1000 / rates.framesPerSecond;
  if (unit === 't') return 1000 / rates.ticksPerSecond;
  return { h: 3_600_000, m: 60_000, s: 1000 }[unit] ?? 1;
}

/** Milliseconds of a TTML time (`00:00:01.5`, `00:00:01:12`, `1.5s`, `37t`); null when it is none. */
export function ttmlMs(written: string | undefined, rates: TtmlRates): number | null {
  const text = (written ?? '').trim();
  const match = clock.exec(text);
  if (match !== null) return msOfClock(match, rates);
  const [, amount, unit = ''] = offset.exec(text) ?? [];
  return amount === undefined ? null : Math.round(Number(amount) * msOfUnit(unit, rates));
}
