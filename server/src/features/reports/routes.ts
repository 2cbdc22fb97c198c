import { reportsContract } from '@qihang/shared/reports/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { askTeacher, reportPiece, showMyReports } from './actions';
import { showTotals } from './totals';

export function mountReports(api: Api, context: Context): void {
  api.mount('reports', reportsContract, {
    report: (call) => reportPiece(context, call),
    mine: (call) => showMyReports(context, call),
    askTeacher: (call) => askTeacher(context, call),
    totals: (call) => showTotals(context, call),
  });
}
