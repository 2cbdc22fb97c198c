import { dutyContract } from '@qihang/shared/duty/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { addAbsence, removeAbsence } from './absences';
import { arrange, showRota } from './arrange';
import { setYear, showYear } from './calendar';
import { acceptSwap, askSwap, declineSwap, takeDay, withdrawSwap } from './swaps';
import { showToday } from './today';
import { showWeek } from './week';

export function mountDuty(api: Api, context: Context): void {
  api.mount('duty', dutyContract, {
    today: (call) => showToday(context, call),
    week: (call) => showWeek(context, call),
    take: (call) => takeDay(context, call),
    askSwap: (call) => askSwap(context, call),
    acceptSwap: (call) => acceptSwap(context, call),
    declineSwap: (call) => declineSwap(context, call),
    withdrawSwap: (call) => withdrawSwap(context, call),
    addAbsence: (call) => addAbsence(context, call),
    removeAbsence: (call) => removeAbsence(context, call),
    rota: (call) => showRota(context, call),
    arrange: (call) => arrange(context, call),
    calendar: (call) => showYear(context, call),
    setCalendar: (call) => setYear(context, call),
  });
}
