/** Thousands of bits a second, by version (1, or 2 with 2.5) and layer (ISO 11172-3, 2.4.2.3; ISO 13818-3). */
const bitrates: Readonly<Record<string, readonly number[]>> = {
  '1 1': [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  '1 2': [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  '1 3': [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  '2 1': [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  '2 2': [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  '2 3': [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};

/** Samples a second, by the version's bits: 3 is MPEG 1, 2 is MPEG 2, 0 is MPEG 2.5. */
const rates: Readonly<Record<number, readonly number[]>> = {
  3: [44_100, 48_000, 32_000],
  2: [22_050, 24_000, 16_000],
  0: [11_025, 12_000, 8000],
};

interface FrameHeader {
  readonly isVersion1: boolean;
  readonly layer: number;
  readonly bitrate: number;
  readonly rate: number;
  readonly padding: number;
}

function headerAt(head: Buffer, from: number): FrameHeader | null {
  if (from + 4 > head.length) return null;
  const bits = head.readUInt32BE(from);
  if (bits >>> 21 !== 0x7ff) return null;
  const version = (bits >>> 19) & 3;
  const layer = 4 - ((bits >>> 17) & 3);
  return {
    isVersion1: version === 3,
    layer,
    bitrate: bitrates[`${version === 3 ? 1 : 2} ${layer}`]?.[(bits >>> 12) & 15] ?? 0,
    rate: rates[version]?.[(bits >>> 10) & 3] ?? 0,
    padding: (bits >>> 9) & 1,
  };
}

/** The bytes of the MPEG audio frame that begins there (ISO 11172-3, 2.4.3.1); null when none does. */
export function frameLength(head: Buffer, from: number): number | null {
  const frame = headerAt(head, from);
  if (frame === null || frame.bitrate === 0 || frame.rate === 0) return null;
  const { isVersion1, layer, bitrate, rate, padding } = frame;
  if (layer === 1) return (Math.floor((12_000 * bitrate) / rate) + padding) * 4;
  const samples = layer === 3 && !isVersion1 ? 72_000 : 144_000;
  return Math.floor((samples * bitrate) / rate) + padding;
}
