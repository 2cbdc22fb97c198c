import type { Contract } from '@qihang/shared/contract/route';
import { contracts as byName } from '@qihang/shared/contracts';

/** Every contract that the server serves, with its name. */
export const contracts: readonly [string, Contract][] = Object.entries(byName);
