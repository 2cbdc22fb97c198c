import { digestsContract } from '@qihang/shared/digests/contract';
import { sharesContract } from '@qihang/shared/shares/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import {
  addGroup,
  createDigest,
  dropGroup,
  markSent,
  showChoices,
  showDigest,
  showDigests,
  showGroups,
  showPieces,
  unmarkSent,
} from './actions';
import { countOpen, reportOpens } from './opens';
import { drawOn, type Pictures } from './pictures';

export function mountDigests(api: Api, context: Context): void {
  const pictures: Pictures = drawOn(context);
  api.mount('digests', digestsContract, {
    groups: () => showGroups(context),
    addGroup: (call) => addGroup(context, call),
    removeGroup: (call) => dropGroup(context, call),
    choices: (call) => showChoices(context, call),
    create: (call) => createDigest(context, call),
    list: (call) => showDigests(context, call),
    detail: (call) => showDigest(context, call),
    pieces: (call) => showPieces(context, call),
    markSent: (call) => markSent(context, call),
    unmarkSent: (call) => unmarkSent(context, call),
    poster: (call) => pictures.draw(call),
    picture: (call) => pictures.show(call),
    report: (call) => reportOpens(context, call),
  });
  api.mount('shares', sharesContract, { opened: (call) => countOpen(context, call) });
}
