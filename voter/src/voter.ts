import { sealed, written, type Answers } from './paper';
import { blank, unblinded, type Blank } from './stamp';

/** What everybody may know of a secret poll, as its reading tells it. */
export interface Ballot {
  /** The poll's id. */
  readonly poll: string;
  /** By which stamps are known: a SubjectPublicKeyInfo in base64url. */
  readonly stampingKey: string;
  /** To which papers are sealed: an uncompressed point in base64url. */
  readonly boxKey: string;
  /** How many bytes a paper has. */
  readonly paperLength: number;
}

/**
 * Where a paper is kept between the steps: the browser's `localStorage`. It outlives a closed tab and a crash, which
 * `sessionStorage` does not; nothing is sent from it by itself, as a cookie is. It holds the token, which tells nobody
 * anything but that this browser had a paper; what was chosen is never in it.
 */
export type Drawer = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** How far a paper has come. */
export type Step = 'none' | 'made' | 'stamped' | 'sealed' | 'returned';

type Kept =
  | ({ readonly step: 'made' } & Blank)
  | { readonly step: 'stamped'; readonly token: string; readonly stamp: string }
  | { readonly step: 'sealed'; readonly token: string; readonly stamp: string; readonly sealed: string }
  | { readonly step: 'returned'; readonly token: string };

/** The server took no paper, and says why: a problem document. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    /** Its stable type, such as `/problems/box-sealed`; empty if it gave none. */
    readonly type: string,
    /** What it says, in the language of the server's first choice. */
    readonly title: string,
  ) {
    super(title || `HTTP ${status}`);
  }
}

/** No answer came. Whether the paper is in the box is not known; returning it again does no harm. */
export class Unanswered extends Error {}

export interface Surroundings {
  readonly drawer: Drawer;
  readonly fetch: typeof globalThis.fetch;
  /** How long to wait before each further try, in milliseconds. */
  readonly pauses: readonly number[];
}

/**
 * A voter's paper in one secret poll. Each step is kept before the next is asked of the server, so that after a lost
 * answer, a closed tab or a crash the very same is sent again: the same blinded token, then the same sealed paper.
 */
export class Voter {
  private readonly around: Surroundings;

  constructor(
    private readonly ballot: Ballot,
    around: Partial<Surroundings> = {},
  ) {
    this.around = {
      drawer: around.drawer ?? globalThis.localStorage,
      fetch: around.fetch ?? globalThis.fetch.bind(globalThis),
      pauses: around.pauses ?? [500, 1_000, 2_000, 4_000, 8_000],
    };
  }

  /** How far the paper has come. */
  step(): Step {
    return this.kept()?.step ?? 'none';
  }

  /**
   * Has a paper stamped; does nothing if it is.
   *
   * @param issue asks the server for the stamp under a blinded token, as the unit that is entitled to one. It may be
   *     asked again for the same one.
   */
  async take(issue: (blinded: string) => Promise<string>): Promise<void> {
    let kept = this.kept();
    if (kept === undefined) {
      kept = this.keep({ step: 'made', ...(await blank(this.ballot.stampingKey)) });
    }
    if (kept.step === 'made') {
      const stamp = await unblinded(this.ballot.stampingKey, kept, await issue(kept.blinded));
      this.keep({ step: 'stamped', token: kept.token, stamp });
    }
  }

  /** Writes the paper, seals it and returns it. Throws if one was sealed before: that one may be in the box already. */
  async cast(answers: Answers): Promise<void> {
    const kept = this.kept();
    if (kept?.step !== 'stamped') {
      throw new Error(`The paper cannot be written on: ${kept?.step ?? 'none'}`);
    }
    const { poll, boxKey, paperLength } = this.ballot;
    const closed = await sealed(boxKey, poll, kept.token, written(answers, paperLength));
    this.keep({ ...kept, step: 'sealed', sealed: closed });
    await this.return();
  }

  /** Returns a paper that was sealed, until there is an answer; does nothing if it was returned. */
  async return(): Promise<void> {
    const kept = this.kept();
    if (kept?.step !== 'sealed') {
      if (kept?.step === 'returned') {
        return;
      }
      throw new Error('The paper is not sealed yet');
    }
    const { token, stamp, sealed } = kept;
    const body = JSON.stringify({ token, stamp, sealed });
    for (const pause of [...this.around.pauses, undefined]) {
      const answer = await this.send(body);
      if (answer?.ok) {
        this.keep({ step: 'returned', token });
        return;
      }
      if (answer !== undefined && answer.status < 500) {
        throw await refusal(answer);
      }
      if (pause !== undefined) {
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    throw new Unanswered('No answer; the paper may be in the box or not');
  }

  /** With nothing that tells whose it is: no cookie, no login, no page that it comes from. */
  private async send(body: string): Promise<Response | undefined> {
    try {
      return await this.around.fetch(`/api/polls/${encodeURIComponent(this.ballot.poll)}/ballots`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        redirect: 'error',
      });
    } catch {
      return undefined;
    }
  }

  /**
   * Whether this browser's paper is among those that were in the box; unknown if this browser has none.
   *
   * @param tokens of all papers in the box, as they are published
   */
  isAmong(tokens: Iterable<string>): boolean | undefined {
    const own = this.kept()?.token;
    return own === undefined ? undefined : new Set(tokens).has(own);
  }

  /** Forgets the paper. It cannot be checked for any more; one that was not returned is lost. */
  forget(): void {
    this.around.drawer.removeItem(this.place());
  }

  private kept(): Kept | undefined {
    const text = this.around.drawer.getItem(this.place());
    return text === null ? undefined : (JSON.parse(text) as Kept);
  }

  private keep<K extends Kept>(kept: K): K {
    this.around.drawer.setItem(this.place(), JSON.stringify(kept));
    return kept;
  }

  private place(): string {
    return `giaouoc.ballot.${this.ballot.poll}`;
  }
}

async function refusal(answer: Response): Promise<Refused> {
  let problem: { type?: unknown; title?: unknown } = {};
  try {
    problem = (await answer.json()) as typeof problem;
  } catch {
    // somebody in between answered
  }
  return new Refused(answer.status, String(problem.type ?? ''), String(problem.title ?? ''));
}
