import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

export type RandomBytes = (size: number) => Uint8Array;

/** What is kept of an API key. The key itself is shown once and never stored. */
export type KeyFingerprint = { readonly hash: string; readonly prefix: string; readonly lastFour: string };

/** The documented demo key, which everyone knows. */
export const DEMO_KEY = 'bioql_test_870ce7ae';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const PREFIX_LENGTH = 'bioql_live_'.length;
const SECRET_BYTES = 32;
const SECRET_LENGTH = 43;
const CHECKSUM_LENGTH = 6;
const LIVE_KEY = new RegExp(`^(bioql_live_[0-9A-Za-z]{${SECRET_LENGTH}})([0-9A-Za-z]{${CHECKSUM_LENGTH}})$`);

function base62(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; rest > 0n; rest /= 62n) text = DIGITS.charAt(Number(rest % 62n)) + text;
  return text.padStart(length, '0');
}

const checksum = (text: string): string => base62(BigInt(crc32(text)), CHECKSUM_LENGTH);

export function createApiKey(randomBytes: RandomBytes): string {
  const secret = BigInt(`0x${Buffer.from(randomBytes(SECRET_BYTES)).toString('hex')}`);
  const key = `bioql_live_${base62(secret, SECRET_LENGTH)}`;
  return key + checksum(key);
}

/** Tells a mistyped key from an unknown one without asking the database. */
export function isApiKey(text: string): boolean {
  if (text === DEMO_KEY) return true;
  const match = LIVE_KEY.exec(text);
  return match !== null && checksum(match[1] as string) === match[2];
}

export const hashApiKey = (key: string): string => createHash('sha256').update(key).digest('hex');

export const fingerprintOf = (key: string): KeyFingerprint => ({
  hash: hashApiKey(key),
  prefix: key.slice(0, PREFIX_LENGTH),
  lastFour: key.slice(-4),
});
