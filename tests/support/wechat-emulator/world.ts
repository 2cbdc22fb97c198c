import type { EmulatorClock } from './clocks';
import type { Fault } from './faults';
import type { KeywordType } from './template-values';

/** Where pushes go, the token they are signed with, and in which form they come. */
export interface PushAddress {
  url: string;
  token: string;
  /** 43 letters and digits: 安全模式. */
  aesKey?: string | undefined;
  format?: 'json' | 'xml' | undefined;
}

export interface Options {
  appid: string;
  secret: string;
  push?: PushAddress;
  clock: EmulatorClock;
  /** Pages of the released version, without a leading slash; none before the first release. */
  publishedPages?: string[];
}

export interface User {
  openid: string;
  unionid?: string;
  /** WeChat refuses this person's codes with 40226. */
  blocked: boolean;
  /** Belongs to another mini-program. */
  foreign: boolean;
  /** When the mini-program was last open, in milliseconds. */
  lastVisit: number;
}

export interface LoginCode {
  openid: string;
  mintedAt: number;
  used: boolean;
}

export interface AccessToken {
  token: string;
  expiresAt: number;
  /** Ended by a forced refresh. */
  dead: boolean;
}

export type Suggestion = 'pass' | 'review' | 'risky';

export interface Planted {
  suggest: Suggestion;
  label: number;
}

/** What becomes of the push of the next media check. */
export interface MediaPlan {
  outcome: 'judge' | 'download-fails' | 'never';
  delayMs: number;
  copies: number;
}

/** One attempt to deliver a push. */
export interface Delivery {
  event: string;
  traceId?: string;
  attempt: number;
  /** HTTP status; 0 when nothing answered. */
  status: number;
  accepted: boolean;
}

/** Everything the emulator knows, and its own clock. */
export class World {
  readonly users = new Map<string, User>();
  readonly codes = new Map<string, LoginCode>();
  readonly tokens: AccessToken[] = [];
  readonly forcedRefreshes: number[] = [];
  /** Times of calls in the last minute, by what they count against. */
  readonly calls = new Map<string, number[]>();
  readonly words = new Map<string, Planted>([
    ['代办假证', { suggest: 'risky', label: 20006 }],
    ['刷单返利', { suggest: 'risky', label: 20008 }],
    ['两会', { suggest: 'review', label: 20001 }],
  ]);
  /** Verdicts on media by SHA-256 of the bytes, hexadecimal. */
  readonly media = new Map<string, Planted>();
  readonly mediaPlans: MediaPlan[] = [];
  readonly templates = new Map<string, Record<string, KeywordType>>();
  /** Consents left, by openid and template. */
  readonly quota = new Map<string, number>();
  readonly deliveries: Delivery[] = [];
  readonly sentMessages: object[] = [];
  /** The people to which a message is on its way: from the call until its answer is out. */
  readonly sendingTo = new Set<string>();
  readonly faults: Fault[] = [];
  /** Every call of an endpoint in order: its path, without query. */
  readonly served: string[] = [];
  readonly publishedPages: Set<string>;
  /** What the links given out open, by the end of their address. */
  readonly links = new Map<string, { path: string; query: string }>();
  /** Links asked for. */
  urlLinks = 0;
  /** What the mini-program codes given out open. */
  readonly unlimitedCodes: { scene: string; page: string }[] = [];
  /** Addresses that may call; null for all. */
  allowedAddresses: string[] | null = null;
  /** A token that is over is called 40014 instead of 42001, as some have seen. */
  expiredIsMalformed = false;
  push: Options['push'];
  lastMsgid = 1988810812324364291n;
  private ahead = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(readonly options: Options) {
    this.publishedPages = new Set(options.publishedPages);
    this.push = options.push;
  }

  now(): number {
    return this.options.clock.now() + this.ahead;
  }

  advance(milliseconds: number): void {
    this.ahead += milliseconds;
    for (const look of this.waiting.splice(0)) look();
  }

  /** Resolves when the emulator's clock has moved on so far, by itself or by `advance`. */
  async passed(milliseconds: number): Promise<void> {
    const due = this.now() + milliseconds;
    while (this.now() < due) {
      const moved = new Promise<void>((resolve) => this.waiting.push(resolve));
      await Promise.race([this.options.clock.sleep(due - this.now()), moved]);
    }
  }

  /** Counts a call and tells whether it is within `limit` a minute. */
  withinLimit(key: string, limit: number): boolean {
    const since = this.now() - 60_000;
    const recent = (this.calls.get(key) ?? []).filter((at) => at > since);
    recent.push(this.now());
    this.calls.set(key, recent);
    return recent.length <= limit;
  }
}

export const quotaKey = (openid: string, template: string) => `${openid} ${template}`;
