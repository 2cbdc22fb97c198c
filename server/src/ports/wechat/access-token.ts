interface Issued {
  token: string;
  /** Seconds. */
  expiresIn: number;
}

/** WeChat keeps the old token good for this long after it gave out a new one. */
const overlapMs = 5 * 60 * 1000;

/**
 * The access token, asked for at most once at a time. Nothing is shared between processes by us, because
 * `stable_token` already does it: in normal mode every process gets the same token, and asking never ends anybody
 * else's. (The older `/cgi-bin/token` did, which is why caches in a database exist.) `force_refresh` is for leaks and
 * never used here: it would take the token from the other processes, and WeChat allows it 20 times a day.
 */
export class AccessToken {
  private kept: { token: string; until: number } | undefined;
  private asking: Promise<string> | undefined;

  constructor(
    private readonly ask: () => Promise<Issued>,
    private readonly now: () => Date,
  ) {}

  async get(): Promise<string> {
    if (this.kept && this.now().getTime() < this.kept.until) return this.kept.token;
    this.asking ??= this.renew().finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }

  /** Forgets `token` after WeChat refused it, unless another has taken its place meanwhile. */
  drop(token: string): void {
    if (this.kept?.token === token) this.kept = undefined;
  }

  private async renew(): Promise<string> {
    const askedAt = this.now().getTime();
    const { token, expiresIn } = await this.ask();
    this.kept = { token, until: askedAt + expiresIn * 1000 - overlapMs };
    return token;
  }
}
