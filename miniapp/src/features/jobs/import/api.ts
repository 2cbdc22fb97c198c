import { createClient } from '@qihang/shared/contract/client';
import { jobImportContract } from '@qihang/shared/jobs/import/contract';
import { uploadTransport } from '@/platform/upload';

export const importApi = createClient(jobImportContract, uploadTransport);
