import { sessionContract } from '@qihang/shared/session/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import {
  endEverySession,
  endSession,
  showMe,
  showSessions,
  startDemoSession,
  updateProfile,
} from './actions';
import { activate } from './activation';
import { setPassword, startPasswordSession } from './password';
import { startWechatSession } from './wechat';

export function mountSession(api: Api, context: Context): void {
  api.mount('session', sessionContract, {
    demo: (call) => startDemoSession(context, call),
    wechat: (call) => startWechatSession(context, call),
    password: (call) => startPasswordSession(context, call),
    activate: (call) => activate(context, call),
    end: (call) => endSession(context, call),
    sessions: (call) => showSessions(context, call),
    endAll: (call) => endEverySession(context, call),
    setPassword: (call) => setPassword(context, call),
    me: (call) => showMe(context, call),
    updateProfile: (call) => updateProfile(context, call),
  });
}
