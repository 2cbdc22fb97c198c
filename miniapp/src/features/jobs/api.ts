import { createClient } from '@qihang/shared/contract/client';
import { jobsContract } from '@qihang/shared/jobs/contract';
import { transport } from '@/platform/transport';

export const jobsApi = createClient(jobsContract, transport);
