import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname, sep } from 'node:path';

import type { Identity, Recipient, Stanza } from 'age-encryption';
import { z } from 'zod';

import type { CodeKeyPair, CodeKeyState } from '../shared/domain/identifier.ts';
import { Refusal } from '../shared/errors.ts';
import type { KnownNames } from '../shared/text/identifiers/nameWords.ts';
import { refusalOfDisk } from './project/file/diskErrors.ts';
import { realPathOf } from './project/file/newFile.ts';
import { writeWholeFile } from './wholeFile.ts';

/** A code key that is open: who is who, in memory and nowhere else until it is closed. */
export interface OpenCodeKey extends CodeKeyState {
  readonly passphrase: string;
}

const content = z.object({
  utsagaCodeKey: z.literal(1),
  pairs: z.array(z.object({ realName: z.string(), pseudonym: z.string() })),
});

const largest = 10_000_000;
const workFactor = 18;
const label = Buffer.from('age-encryption.org/v1/scrypt');

/** The same as age's own, but beside the thread: it takes seconds in JavaScript. */
function keyOf(passphrase: string, salt: Uint8Array, logN: number): Promise<Buffer> {
  const cost = { N: 2 ** logN, r: 8, p: 1 };
  const maxmem = 256 * cost.N * cost.r;
  return new Promise((resolve, reject) => {
    scrypt(
      passphrase,
      Buffer.concat([label, salt]),
      32,
      { ...cost, maxmem },
      (error, key) => (error ? reject(error) : resolve(key)),
    );
  });
}

const cipher = 'chacha20-poly1305';
const nonce = Buffer.alloc(12);
const tagged = { authTagLength: 16 } as const;
const unpadded = (bytes: Uint8Array) =>
  Buffer.from(bytes).toString('base64').replace(/=+$/u, '');

async function recipientOf(passphrase: string): Promise<Recipient> {
  const age = await import('age-encryption');
  return {
    wrapFileKey: async (fileKey) => {
      const salt = randomBytes(16);
      const key = await keyOf(passphrase, salt, workFactor);
      const sealing = createCipheriv(cipher, key, nonce, tagged);
      const body = Buffer.concat([
        sealing.update(fileKey),
        sealing.final(),
        sealing.getAuthTag(),
      ]);
      return [new age.Stanza(['scrypt', unpadded(salt), String(workFactor)], body)];
    },
  };
}

function unsealed(key: Buffer, body: Uint8Array): Uint8Array | null {
  const opening = createDecipheriv(cipher, key, nonce, tagged);
  opening.setAuthTag(body.subarray(-16));
  try {
    return Buffer.concat([opening.update(body.subarray(0, -16)), opening.final()]);
  } catch {
    return null;
  }
}

/** Salt and cost of the one stanza that a passphrase opens; null for a file that is locked in another way. */
function lockOf(stanzas: readonly Stanza[]): { salt: Buffer; cost: number } | null {
  const [kind, salt = '', cost = ''] = stanzas.length === 1 ? stanzas[0]!.args : [];
  const isOurs = kind === 'scrypt' && stanzas[0]!.body.length === 32;
  return isOurs && /^(?:[1-9]|1\d|20)$/u.test(cost)
    ? { salt: Buffer.from(salt, 'base64'), cost: Number(cost) }
    : null;
}

function identityOf(passphrase: string): Identity {
  return {
    unwrapFileKey: async (stanzas) => {
      const lock = lockOf(stanzas);
      return (
        lock && unsealed(await keyOf(passphrase, lock.salt, lock.cost), stanzas[0]!.body)
      );
    },
  };
}

/** Refuses a place in or under the folder of the project: whoever is given the one would get the other. */
export function assertApart(path: string, projectPath: string): string {
  const real = realPathOf(path);
  const folder = dirname(realPathOf(projectPath));
  const isWithin = `${dirname(real)}${sep}`.startsWith(
    folder.endsWith(sep) ? folder : `${folder}${sep}`,
  );
  if (isWithin) throw new Refusal('codeKey.withProject', { folder }, { file: real });
  return real;
}

/** Writes all of the key in the age format, so that it can be opened without this app: `age -d`. */
export async function writeCodeKey(
  { path, passphrase }: Omit<OpenCodeKey, 'pairs'>,
  pairs: readonly CodeKeyPair[],
): Promise<OpenCodeKey> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.addRecipient(await recipientOf(passphrase));
  const text = JSON.stringify({ utsagaCodeKey: 1, pairs }, null, 2);
  await writeWholeFile(path, await encrypter.encrypt(text));
  return { path, passphrase, pairs };
}

function bytesOf(path: string): Uint8Array {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined || size > largest)
    throw new Refusal('codeKey.unreadable', {}, { file: path });
  try {
    return readFileSync(path);
  } catch (error) {
    throw refusalOfDisk(error, path);
  }
}

/** Opens a key with its passphrase; anything that is none, or is for another passphrase, is refused. */
export async function readCodeKey(
  path: string,
  passphrase: string,
): Promise<OpenCodeKey> {
  const bytes = bytesOf(path);
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addIdentity(identityOf(passphrase));
  let text: string;
  try {
    text = await decrypter.decrypt(bytes, 'text');
  } catch (error) {
    const isOther = error instanceof Error && error.message.startsWith('no identity');
    const code = isOther ? 'codeKey.passphrase' : 'codeKey.unreadable';
    throw new Refusal(code, {}, { file: path });
  }
  try {
    return { path, passphrase, pairs: content.parse(JSON.parse(text)).pairs };
  } catch {
    throw new Refusal('codeKey.unreadable', {}, { file: path });
  }
}

/** The names of the study part by part, for the finder; a part that several people have is nobody's. */
export function knownNames(key: OpenCodeKey | null): KnownNames {
  const known = new Map<string, string | null>();
  for (const { realName, pseudonym } of key?.pairs ?? [])
    for (const part of realName
      .normalize('NFC')
      .toLowerCase()
      .split(/[\s,]+/u)) {
      if (part.length < 2) continue;
      const other = known.get(part);
      known.set(part, other === undefined || other === pseudonym ? pseudonym : null);
    }
  return known;
}
