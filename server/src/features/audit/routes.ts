import { auditContract } from '@qihang/shared/audit/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { exportAudit, showAudit } from './actions';

export function mountAudit(api: Api, context: Context): void {
  api.mount('audit', auditContract, {
    list: (call) => showAudit(context, call),
    export: (call) => exportAudit(context, call),
  });
}
