import { deskContract } from '@qihang/shared/desk/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { showDesk } from './actions';
import { showPieces } from './pieces';
import { exportRecord } from './record';

export function mountDesk(api: Api, context: Context): void {
  api.mount('desk', deskContract, {
    show: (call) => showDesk(context, call),
    pieces: (call) => showPieces(context, call),
    record: (call) => exportRecord(context, call),
  });
}
