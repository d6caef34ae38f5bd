import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import rfc9180 from '../../command-side/src/test/resources/ballot/rfc9180.json';
import rfc9474 from '../../command-side/src/test/resources/ballot/rfc9474.json';
import { base64url, type Bytes } from '../src/bytes';
import { SUITE } from '../src/paper';

function bytes(hex: string): Bytes {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

function hex(bytes: ArrayBuffer | Uint8Array): string {
  return Buffer.from(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)).toString('hex');
}

/** What the RFC drew at random comes instead of chance, in the order in which it is asked for. */
async function drawing<T>(drawn: Bytes[], act: () => Promise<T>): Promise<T> {
  const chance = crypto.getRandomValues;
  crypto.getRandomValues = (<A extends Uint8Array>(into: A): A => {
    const next = drawn.shift();
    assert.equal(into.length, next?.length);
    into.set(next as Bytes);
    return into;
  }) as typeof crypto.getRandomValues;
  try {
    return await act();
  } finally {
    crypto.getRandomValues = chance;
  }
}

test('a token is blinded, and its stamp unblinded, as in RFC 9474', async () => {
  const suite = RSABSSA.SHA384.PSS.Randomized();
  const key = await crypto.subtle.importKey(
    'jwk',
    { kty: 'RSA', alg: 'PS384', n: base64url(bytes(rfc9474.n)), e: 'AQAB', ext: true },
    { name: 'RSA-PSS', hash: 'SHA-384' },
    true,
    ['verify'],
  );
  // the RFC gives the inverse of what it blinded with
  const n = number(rfc9474.n);
  const r = inverse(number(rfc9474.inv), n).toString(16).padStart(1024, '0');
  const drawn = [bytes(rfc9474.msg_prefix), bytes(rfc9474.salt), bytes(r)];
  await drawing(drawn, async () => {
    const prepared = suite.prepare(bytes(rfc9474.msg));
    assert.equal(hex(prepared), rfc9474.input_msg);
    const { blindedMsg, inv } = await suite.blind(key, prepared);
    assert.equal(hex(blindedMsg), rfc9474.blinded_msg);
    assert.equal(number(hex(inv)), number(rfc9474.inv));
    const stamp = await suite.finalize(key, prepared, bytes(rfc9474.blind_sig), inv);
    assert.equal(hex(stamp), rfc9474.sig);
  });
  assert.equal(drawn.length, 0);
});

test('a paper is sealed as in RFC 9180', async () => {
  const enc = bytes(rfc9180.enc);
  const ekm = {
    privateKey: await SUITE.kem.importKey('raw', bytes(rfc9180.skEm).buffer, false),
    publicKey: await SUITE.kem.deserializePublicKey(enc.buffer),
  };
  const recipientPublicKey = await SUITE.kem.deserializePublicKey(bytes(rfc9180.pkRm).buffer);
  const info = bytes(rfc9180.info).buffer;
  const sender = await SUITE.createSenderContext({ recipientPublicKey, info, ekm });
  const sealed = await sender.seal(bytes(rfc9180.pt).buffer, bytes(rfc9180.aad).buffer);
  assert.equal(hex(sender.enc), rfc9180.enc);
  assert.equal(hex(sealed), rfc9180.ct);
});

function number(hex: string): bigint {
  return BigInt(`0x${hex}`);
}

function inverse(of: bigint, modulo: bigint): bigint {
  let [a, b, x, y] = [of, modulo, 1n, 0n];
  while (b > 0n) {
    const whole = a / b;
    [a, b, x, y] = [b, a - whole * b, y, x - whole * y];
  }
  return ((x % modulo) + modulo) % modulo;
}
