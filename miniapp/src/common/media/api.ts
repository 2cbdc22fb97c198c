import { createClient } from '@qihang/shared/contract/client';
import type { OutgoingFile } from '@qihang/shared/contract/route';
import { type Uploaded, uploadsContract } from '@qihang/shared/uploads/contract';
import { uploadLimits } from '@qihang/shared/uploads/vocabulary';
import { uploadTransportWith, type Watch } from '@/platform/upload';

/** Sends one picture or document. WeChat names a file by its temporary path, so its own name goes along. */
export const sendUpload = (file: OutgoingFile, watch: Watch): Promise<Uploaded> =>
  createClient(uploadsContract, uploadTransportWith(watch)).create({
    file,
    query: { name: file.name.slice(-uploadLimits.name) },
  });
