import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { base64url, bytesOf } from './bytes';

const SUITE = RSABSSA.SHA384.PSS.Randomized();

/** As the server has it: 32 random bytes before a message (RFC 9474), and a message of 32 random bytes. */
const MESSAGE_BYTES = 32;
const FEWEST_BITS = 3072;

/** A token that nobody has seen, and what is shown of it to have it stamped. All in base64url. */
export interface Blank {
  readonly token: string;
  /** What the server sees. It tells nothing of the token, to nobody, however long they compute. */
  readonly blinded: string;
  /** What turns the stamp under the one into the stamp under the other. It never leaves the browser. */
  readonly unblinding: string;
}

/** Makes a token for a poll. */
export async function blank(stampingKey: string): Promise<Blank> {
  const key = await keyOf(stampingKey);
  const token = SUITE.prepare(crypto.getRandomValues(new Uint8Array(MESSAGE_BYTES)));
  const { blindedMsg, inv } = await SUITE.blind(key, token);
  return { token: base64url(token), blinded: base64url(blindedMsg), unblinding: base64url(inv) };
}

/** The stamp under the token. Throws if it is not one by the key that all papers of the poll are stamped with. */
export async function unblinded(stampingKey: string, blank: Blank, blindStamp: string): Promise<string> {
  const stamp = await SUITE.finalize(
    await keyOf(stampingKey),
    bytesOf(blank.token),
    bytesOf(blindStamp),
    bytesOf(blank.unblinding),
  );
  return base64url(stamp);
}

async function keyOf(stampingKey: string): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey(
    'spki',
    bytesOf(stampingKey),
    { name: 'RSA-PSS', hash: 'SHA-384' },
    true,
    ['verify'],
  );
  if ((key.algorithm as RsaHashedKeyAlgorithm).modulusLength < FEWEST_BITS) {
    throw new Error('The stamping key is too short');
  }
  return key;
}
