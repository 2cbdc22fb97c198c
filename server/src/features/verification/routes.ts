import { verificationContract } from '@qihang/shared/verification/contract';
import { classCodesContract, rosterContract } from '@qihang/shared/verification/roster';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { showVerification, verify } from './actions';
import { createCode, endCode, showCodes } from './code-actions';
import { importRoster, previewRoster, showClasses, showRoster, unbind } from './roster/actions';

export function mountVerification(api: Api, context: Context): void {
  api.mount('verification', verificationContract, {
    mine: (call) => showVerification(context, call),
    verify: (call) => verify(context, call),
  });
  api.mount('roster', rosterContract, {
    list: (call) => showRoster(context, call),
    classes: (call) => showClasses(context, call),
    preview: (call) => previewRoster(context, call),
    apply: (call) => importRoster(context, call),
    unbind: (call) => unbind(context, call),
  });
  api.mount('classCodes', classCodesContract, {
    list: (call) => showCodes(context, call),
    create: (call) => createCode(context, call),
    revoke: (call) => endCode(context, call),
  });
}
