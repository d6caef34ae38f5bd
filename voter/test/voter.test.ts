import assert from 'node:assert/strict';
import { constants, KeyObject, privateDecrypt } from 'node:crypto';
import { before, test } from 'node:test';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { base64url, bytesOf } from '../src/bytes';
import { SUITE, written } from '../src/paper';
import { type Ballot, Refused, Unanswered, Voter } from '../src/voter';

const STAMPS = RSABSSA.SHA384.PSS.Randomized();
const ANSWERS = { leader: ['b'], merits: { a: 'yes' } } as const;

let stampingPair: CryptoKeyPair;
let boxPair: CryptoKeyPair;
let ballot: Ballot;

before(async () => {
  const form = { modulusLength: 3072, publicExponent: Uint8Array.of(1, 0, 1) };
  stampingPair = await STAMPS.generateKey(form);
  boxPair = await SUITE.kem.generateKeyPair();
  ballot = {
    poll: 'an-giang.khoi-3.2026.year-end.leader',
    stampingKey: await publicHalf(stampingPair),
    boxKey: base64url(new Uint8Array(await SUITE.kem.serializePublicKey(boxPair.publicKey))),
    paperLength: 256,
  };
});

async function publicHalf(pair: CryptoKeyPair): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)));
}

/** As the server stamps. */
async function stampOf(blinded: string, pair = stampingPair): Promise<string> {
  const key = KeyObject.from(pair.privateKey);
  return base64url(privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, bytesOf(blinded)));
}

/** A drawer that can be looked into. */
function drawer() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

/** A server that says one thing after the other. */
function saying(...answers: (Response | 'nothing')[]) {
  const heard: { url: string; request: RequestInit }[] = [];
  const fetch = (async (url: string, request: RequestInit) => {
    heard.push({ url, request });
    const answer = answers.shift();
    assert.notEqual(answer, undefined, 'asked once too often');
    if (answer === 'nothing') {
      throw new TypeError('Failed to fetch');
    }
    return answer;
  }) as unknown as typeof globalThis.fetch;
  return { heard, fetch };
}

const taken = () => new Response(null, { status: 204 });
const away = () => new Response('{}', { status: 503 });
const pauses = [0, 0];

test('a paper is stamped, sealed and returned, and is found in the box', async () => {
  const place = drawer();
  const server = saying(taken());
  const voter = new Voter(ballot, { drawer: place, fetch: server.fetch, pauses });
  assert.equal(voter.step(), 'none');
  assert.equal(voter.isAmong([]), undefined);
  await voter.take(stampOf);
  assert.equal(voter.step(), 'stamped');
  await voter.cast(ANSWERS);
  assert.equal(voter.step(), 'returned');

  const { url, request } = server.heard[0]!;
  assert.equal(url, `/api/polls/${ballot.poll}/ballots`);
  const { token, stamp, sealed } = JSON.parse(String(request.body));
  assert.equal(bytesOf(token).length, 64);
  assert.ok(await STAMPS.verify(stampingPair.publicKey, bytesOf(stamp), bytesOf(token)));
  const closed = bytesOf(sealed);
  assert.equal(closed.length, 65 + 256 + 16);
  const recipient = await SUITE.createRecipientContext({
    recipientKey: boxPair,
    enc: closed.slice(0, 65).buffer,
    info: new TextEncoder().encode(`giaouoc ballot 1 ${ballot.poll}`).buffer as ArrayBuffer,
  });
  const opened = await recipient.open(closed.slice(65).buffer, bytesOf(token).buffer);
  assert.equal(opened.byteLength, 256);
  assert.deepEqual(JSON.parse(new TextDecoder().decode(opened)), { version: 1, answers: ANSWERS });

  assert.equal(voter.isAmong(['x', token]), true);
  assert.equal(voter.isAmong(['x']), false);
  voter.forget();
  assert.equal(place.kept.size, 0);
});

test('a paper goes without anything that tells whose it is', async () => {
  const server = saying(taken());
  const voter = new Voter(ballot, { drawer: drawer(), fetch: server.fetch, pauses });
  await voter.take(stampOf);
  await voter.cast(ANSWERS);
  const { body, ...request } = server.heard[0]!.request;
  assert.deepEqual(request, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    redirect: 'error',
  });
  assert.deepEqual(Object.keys(JSON.parse(String(body))), ['token', 'stamp', 'sealed']);
});

test('where answers are lost, the very same is asked and sent again', async () => {
  const place = drawer();
  const asked: string[] = [];
  const lost = async (blinded: string): Promise<string> => {
    asked.push(blinded);
    throw new TypeError('Failed to fetch');
  };
  const first = new Voter(ballot, { drawer: place, fetch: saying().fetch, pauses });
  await assert.rejects(first.take(lost), TypeError);
  assert.equal(first.step(), 'made');

  // the tab was closed
  const server = saying('nothing', away(), 'nothing');
  const second = new Voter(ballot, { drawer: place, fetch: server.fetch, pauses });
  await second.take((blinded) => {
    asked.push(blinded);
    return stampOf(blinded);
  });
  assert.equal(asked[0], asked[1]);
  await assert.rejects(second.cast(ANSWERS), Unanswered);
  assert.equal(second.step(), 'sealed');

  // and again
  const further = saying(taken());
  const third = new Voter(ballot, { drawer: place, fetch: further.fetch, pauses });
  await assert.rejects(third.cast({ leader: ['a'] }), /sealed/);
  await third.return();
  assert.equal(third.step(), 'returned');
  await third.return();
  const bodies = [...server.heard, ...further.heard].map((each) => each.request.body);
  assert.equal(bodies.length, 4);
  assert.equal(new Set(bodies).size, 1);
});

test('what is chosen is never kept, nor what sealed it', async () => {
  const place = drawer();
  const seen: string[] = [];
  const { setItem } = place;
  place.setItem = (name, value) => {
    seen.push(value);
    setItem(name, value);
  };
  const voter = new Voter(ballot, { drawer: place, fetch: saying(taken()).fetch, pauses });
  await voter.take(stampOf);
  await voter.cast({ leader: ['only-this-one'] });
  assert.deepEqual(
    seen.map((each) => Object.keys(JSON.parse(each)).join(' ')),
    ['step token blinded unblinding', 'step token stamp', 'step token stamp sealed', 'step token'],
  );
  assert.ok(!seen.join().includes('only-this-one'));
});

test('a stamp of another key is not taken, and can be asked for again', async () => {
  const form = { modulusLength: 3072, publicExponent: Uint8Array.of(1, 0, 1) };
  const other = await STAMPS.generateKey(form);
  const voter = new Voter(ballot, { drawer: drawer(), fetch: saying().fetch, pauses });
  await assert.rejects(voter.take((blinded) => stampOf(blinded, other)));
  assert.equal(voter.step(), 'made');
  await assert.rejects(voter.take(async () => 'AAAA'));
  await voter.take(stampOf);
  assert.equal(voter.step(), 'stamped');
});

test('a key that is too short is not used', async () => {
  const form = { modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) };
  const stampingKey = await publicHalf(await STAMPS.generateKey(form));
  const voter = new Voter({ ...ballot, stampingKey }, { drawer: drawer(), fetch: saying().fetch });
  await assert.rejects(voter.take(stampOf), /too short/);
});

test('a refusal is told as it is, and the paper stays', async () => {
  const late = new Response(
    JSON.stringify({ type: '/problems/box-sealed', title: 'Hòm phiếu đã niêm phong' }),
    { status: 409 },
  );
  const voter = new Voter(ballot, { drawer: drawer(), fetch: saying(late).fetch, pauses });
  await voter.take(stampOf);
  await assert.rejects(
    voter.cast(ANSWERS),
    (refused) =>
      refused instanceof Refused &&
      refused.status === 409 &&
      refused.type === '/problems/box-sealed' &&
      refused.message === 'Hòm phiếu đã niêm phong',
  );
  assert.equal(voter.step(), 'sealed');
});

test('papers are equally long, whatever is on them, and no longer', () => {
  assert.equal(written({}, 256).length, 256);
  assert.equal(written({ leader: ['Sở Y tế'] }, 256).length, 256);
  assert.throws(() => written({ leader: ['x'.repeat(256)] }, 256), /more on the paper/);
});

test('two tokens are never the same, nor two seals', async () => {
  const bodies: string[] = [];
  for (let i = 0; i < 3; i++) {
    const server = saying(taken());
    const voter = new Voter(ballot, { drawer: drawer(), fetch: server.fetch, pauses });
    await voter.take(stampOf);
    await voter.cast(ANSWERS);
    bodies.push(String(server.heard[0]!.request.body));
  }
  for (const part of ['token', 'stamp', 'sealed']) {
    assert.equal(new Set(bodies.map((body) => JSON.parse(body)[part])).size, 3);
  }
});
