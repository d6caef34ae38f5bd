// Votes in a real browser, at the address and with the browser given: what BrowserVotesIT looks on at.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const [url, executablePath] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'],
});

/** A browser of its own for each voter, with all that a browser keeps. */
async function voter() {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(url);
  return page;
}

const take = () => window.voter().then((voter) => voter.take(window.issue).then(() => voter.step()));
const cast = (choice) =>
  window.voter().then((voter) =>
    voter.cast({ leader: [choice] }).then(
      () => voter.step(),
      (refused) => refused.type,
    ),
  );
const step = () => window.voter().then((voter) => voter.step());
const isIn = () =>
  fetch('/box')
    .then((box) => box.json())
    .then((tokens) => window.voter().then((voter) => voter.isAmong(tokens)));

try {
  const first = await voter();
  assert.equal(await first.evaluate(step), 'none');
  assert.equal(await first.evaluate(take), 'stamped');
  // the tab is closed between the two steps; and the answer to the paper is lost, which the page knows nothing of
  await first.reload();
  assert.equal(await first.evaluate(step), 'stamped');
  assert.equal(await first.evaluate(cast, 'b'), 'returned');

  const second = await voter();
  assert.equal(await second.evaluate(take), 'stamped');
  assert.equal(await second.evaluate(cast, 'a'), 'returned');

  const late = await voter();
  assert.equal(await late.evaluate(take), 'stamped');
  assert.equal((await late.request.post(`${url}/seal`)).status(), 204);
  assert.equal(await late.evaluate(cast, 'c'), '/problems/box-sealed');

  assert.equal(await first.evaluate(isIn), true);
  assert.equal(await second.evaluate(isIn), true);
  assert.equal(await late.evaluate(isIn), false);
} finally {
  await browser.close();
}
