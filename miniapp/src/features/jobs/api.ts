import { createClient } from '@qihang/shared/contract/client';
import { jobsContract } from '@qihang/shared/jobs/contract';
import { jobWritingContract } from '@qihang/shared/jobs/writing';
import { transport } from '@/platform/transport';

export const jobsApi = createClient(jobsContract, transport);
export const jobWritingApi = createClient(jobWritingContract, transport);
