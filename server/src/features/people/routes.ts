import { peopleContract } from '@qihang/shared/people/contract';
import type { Context } from '../../context';
import type { Api } from '../../http/mount';
import { showPeople, showPerson } from './actions';
import { reassign, showHolders, showHoldings, showOrphans, showOwnHoldings } from './holdings';
import { changeTerm, endTerm, giveRole, showEndingTerms } from './terms';

export function mountPeople(api: Api, context: Context): void {
  api.mount('people', peopleContract, {
    list: (call) => showPeople(context, call),
    detail: (call) => showPerson(context, call),
    holdings: (call) => showHoldings(context, call),
    ownHoldings: (call) => showOwnHoldings(context, call),
    holders: (call) => showHolders(context, call),
    reassign: (call) => reassign(context, call),
    orphans: (call) => showOrphans(context, call),
    terms: (call) => showEndingTerms(context, call),
    grant: (call) => giveRole(context, call),
    change: (call) => changeTerm(context, call),
    end: (call) => endTerm(context, call),
  });
}
