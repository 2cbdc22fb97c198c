import { uploadsContract } from '@qihang/shared/uploads/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { upload } from './actions';
import { showUpload } from './show';

export function mountUploads(api: Api, context: Context) {
  api.mount('uploads', uploadsContract, {
    create: (call) => upload(context, call),
    show: (call) => showUpload(context, call),
  });
}
