import { sessionContract } from '@qihang/shared/session/contract';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { mount } from '../../http/mount';
import { endSession, showMe, startDemoSession, updateProfile } from './actions';
import { startWechatSession } from './wechat';

export function mountSession(app: FastifyInstance, context: Context): void {
  mount(app, context, 'session', sessionContract, {
    demo: (call) => startDemoSession(context, call),
    wechat: (call) => startWechatSession(context, call),
    end: (call) => endSession(context, call),
    me: (call) => showMe(context, call),
    updateProfile: (call) => updateProfile(context, call),
  });
}
