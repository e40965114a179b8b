// An authenticator app, as a telephone has one (RFC 6238).
import { createHmac } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const bytes = (secret) => {
  const bits = [...secret.replace(/\s/g, '')].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g).map((eight) => parseInt(eight, 2)));
};

/** The code of a step; `later` steps from now. A server takes the one before and the one after, too. */
export function code(secret, later = 0) {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const digest = createHmac('sha1', bytes(secret)).update(step).digest();
  const from = digest.at(-1) & 15;
  return String((digest.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Waits while a step is about to end, so that the next moments lie in one step. */
export async function calm() {
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 12_000) await new Promise((done) => setTimeout(done, left + 100));
}
