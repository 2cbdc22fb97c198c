import { weeklyContract } from '@qihang/shared/weekly/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { showWeekly } from './actions';

export function mountWeekly(api: Api, context: Context): void {
  api.mount('weekly', weeklyContract, { show: (call) => showWeekly(context, call) });
}
