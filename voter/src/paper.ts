import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { base64url, bytesOf, type Bytes } from './bytes';

/** What one says to a question: options by their keys (the best first, where they are ranked), or a mark for each. */
export type Answer = readonly string[] | Readonly<Record<string, 'yes' | 'no' | 'abstain'>>;

/** What one says to each question, by the question's key. A question left out is left blank. */
export type Answers = Readonly<Record<string, Answer>>;

/** HPKE (RFC 9180) with what every browser computes by itself. */
export const SUITE = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes128Gcm(),
});

/** A paper as long as all papers of its poll, so that its length tells nothing. Throws if more is on it than fits. */
export function written(answers: Answers, length: number): Bytes {
  const text = new TextEncoder().encode(JSON.stringify({ version: 1, answers }));
  if (text.length > length) {
    throw new Error('There is more on the paper than fits');
  }
  const filled = new Uint8Array(length).fill(0x20);
  filled.set(text);
  return filled;
}

/** A paper sealed to the box of a poll, under a token: the encapsulated key, then the ciphertext, in base64url. */
export async function sealed(boxKey: string, poll: string, token: string, paper: Bytes): Promise<string> {
  const recipientPublicKey = await SUITE.kem.deserializePublicKey(bytesOf(boxKey).buffer);
  const info = new TextEncoder().encode(`giaouoc ballot 1 ${poll}`).buffer as ArrayBuffer;
  const sender = await SUITE.createSenderContext({ recipientPublicKey, info });
  const ciphertext = await sender.seal(paper.buffer, bytesOf(token).buffer);
  const whole = new Uint8Array(sender.enc.byteLength + ciphertext.byteLength);
  whole.set(new Uint8Array(sender.enc));
  whole.set(new Uint8Array(ciphertext), sender.enc.byteLength);
  return base64url(whole);
}
