import { sendMessage, type FillPlan } from '../messages.ts';
import { LazyPortalAsk } from './lazy-portal-ask.ts';
import { usePlan, type Look } from './use-plan.ts';

export type FillLook = Look<FillPlan>;

/** What would be put into the form of the page in a tab, once all of it can be shown. */
export function useFillPlan(tabId: number): FillLook {
  return usePlan(tabId, async (id) => {
    const plan = await sendMessage('planFill', { tabId: id });
    if (plan.ask) await LazyPortalAsk.arrive();
    return plan;
  });
}
