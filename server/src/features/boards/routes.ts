import { boardsContract } from '@qihang/shared/boards/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { changeBoard, createBoard, listBoards, listSettings } from './actions';

export function mountBoards(api: Api, context: Context): void {
  api.mount('boards', boardsContract, {
    list: (call) => listBoards(context, call),
    settings: () => listSettings(context),
    create: (call) => createBoard(context, call),
    update: (call) => changeBoard(context, call),
  });
}
