import type { Contract } from '@qihang/shared/contract/route';
import { contracts } from '@qihang/shared/contracts';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context';
import { type Api, apiOf } from '../http/mount';
import { features } from './features';
import { gatesOf } from './gates';

/** Mounts every feature behind the gates, and checks that all contracts that clients are made from are served. */
export function mountFeatures(app: FastifyInstance, context: Context): void {
  const api = apiOf(app, context, gatesOf(context));
  const missing = new Map<string, Contract>(Object.entries(contracts));
  const checked: Api = {
    app,
    mount(name, contract, handlers) {
      if (missing.get(name) !== contract)
        throw new Error(`shared/src/contracts.ts lacks ${name}, or has another`);
      missing.delete(name);
      api.mount(name, contract, handlers);
    },
  };
  for (const feature of features) feature.mount?.(checked, context);
  if (missing.size > 0) throw new Error(`No feature serves the contracts ${[...missing.keys()].join(', ')}`);
}
