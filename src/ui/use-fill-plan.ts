import { sendMessage, type FillPlan } from '../messages.ts';
import { usePlan, type Look } from './use-plan.ts';

export type FillLook = Look<FillPlan>;

/** What would be put into the form of the page in a tab. */
export function useFillPlan(tabId: number): FillLook {
  return usePlan(tabId, (id) => sendMessage('planFill', { tabId: id }));
}
