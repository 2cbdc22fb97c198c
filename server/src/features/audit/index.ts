import { auditContract } from '@qihang/shared/audit/contract';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { mount } from '../../http/mount';
import { exportAudit, showAudit } from './actions';

export function mountAudit(app: FastifyInstance, context: Context): void {
  mount(app, context, 'audit', auditContract, {
    list: (call) => showAudit(context, call),
    export: (call) => exportAudit(context, call),
  });
}
