import { boardsContract } from '@qihang/shared/boards/contract';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { mount } from '../../http/mount';
import { changeBoard, createBoard, listBoards, listSettings } from './actions';

export function mountBoards(app: FastifyInstance, context: Context): void {
  mount(app, context, 'boards', boardsContract, {
    list: (call) => listBoards(context, call),
    settings: () => listSettings(context),
    create: (call) => createBoard(context, call),
    update: (call) => changeBoard(context, call),
  });
}
