import type { TestClock } from '../support/clock';
import type { Phone } from './phones/phone';

/** What people come for, told once and lived through on every phone. */
export interface Journey {
  name: string;
  /** `clock` is the server's. */
  live(phone: Phone, clock: TestClock): Promise<void>;
}

export async function signIn(phone: Phone, name: string): Promise<void> {
  await phone.tab('我的');
  await phone.tap('登录');
  await phone.tap(name);
  // Passing messages are gone before a slow machine looks: what stays is what counts.
  await phone.see('求职资料');
}

export async function signOut(phone: Phone): Promise<void> {
  await phone.tab('我的');
  await phone.tap('设置');
  await phone.tap('退出登录');
  await phone.agree('退出');
  await phone.see('还没有登录');
}
