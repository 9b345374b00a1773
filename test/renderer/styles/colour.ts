/** WCAG contrast, colour vision after Machado 2009 at full severity, and CIEDE2000: the formulas behind the palette. */
export type Colour = readonly [number, number, number];
type Matrix = readonly [Colour, Colour, Colour];

export function parseHex(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  const part = (shift: number) => ((value >> shift) & 255) / 255;
  return [part(16), part(8), part(0)];
}

const linear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const encoded = (c: number) =>
  c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055;
const clamped = (c: number) => Math.min(1, Math.max(0, c));

function mapped(colour: Colour, change: (c: number) => number): Colour {
  return [change(colour[0]), change(colour[1]), change(colour[2])];
}

function times(matrix: Matrix, [r, g, b]: Colour): Colour {
  const row = ([x, y, z]: Colour) => x * r + y * g + z * b;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

function luminance(colour: Colour): number {
  const [r, g, b] = mapped(colour, linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(one: Colour, other: Colour): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

const identity: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

export const visions: Readonly<Record<string, Matrix>> = {
  normal: identity,
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

export function seenBy(vision: Matrix, colour: Colour): Colour {
  return mapped(times(vision, mapped(colour, linear)), (c) => encoded(clamped(c)));
}

const toXyz: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];

const lightnessOf = (t: number) =>
  t > 216 / 24389 ? Math.cbrt(t) : (t * 24389) / 27 / 116 + 16 / 116;

function lab(colour: Colour): Colour {
  const [x, y, z] = times(toXyz, mapped(colour, linear));
  const [fx, fy, fz] = mapped([x / 0.95047, y, z / 1.08883], lightnessOf);
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const degrees = (radians: number) => ((radians * 180) / Math.PI + 360) % 360;
const radians = (angle: number) => (angle * Math.PI) / 180;
const seventh = (c: number) => Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));

interface Polar {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

function polar([l, a, b]: Colour, meanChroma: number): Polar {
  const stretched = a * (1 + 0.5 * (1 - seventh(meanChroma)));
  const c = Math.hypot(stretched, b);
  return { l, c, h: c === 0 ? 0 : degrees(Math.atan2(b, stretched)) };
}

function meanHue(one: Polar, other: Polar): number {
  if (one.c * other.c === 0) return one.h + other.h;
  const sum = one.h + other.h;
  if (Math.abs(one.h - other.h) <= 180) return sum / 2;
  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

function hueDifference(one: Polar, other: Polar): number {
  if (one.c * other.c === 0) return 0;
  const turn = other.h - one.h;
  const nearest = turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
  return 2 * Math.sqrt(one.c * other.c) * Math.sin(radians(nearest / 2));
}

/** The difference between two colours: about 2 is just noticeable. */
export function difference(first: Colour, second: Colour): number {
  const [labOne, labOther] = [lab(first), lab(second)];
  const mean =
    (Math.hypot(labOne[1], labOne[2]) + Math.hypot(labOther[1], labOther[2])) / 2;
  const [one, other] = [polar(labOne, mean), polar(labOther, mean)];
  const [l, c, h] = [(one.l + other.l) / 2, (one.c + other.c) / 2, meanHue(one, other)];
  const t =
    1 -
    0.17 * Math.cos(radians(h - 30)) +
    0.24 * Math.cos(radians(2 * h)) +
    0.32 * Math.cos(radians(3 * h + 6)) -
    0.2 * Math.cos(radians(4 * h - 63));
  const dl =
    (other.l - one.l) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2));
  const dc = (other.c - one.c) / (1 + 0.045 * c);
  const dh = hueDifference(one, other) / (1 + 0.015 * c * t);
  const rotation =
    -2 * seventh(c) * Math.sin(radians(60 * Math.exp(-(((h - 275) / 25) ** 2))));
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + rotation * dc * dh);
}
