import { sendMessage, type NativePlan } from '../messages.ts';
import { usePlan, type Look } from './use-plan.ts';

/** What would be signed for the page in a tab. */
export function useNativePlan(tabId: number): Look<NativePlan> {
  return usePlan(tabId, (id) => sendMessage('planNative', { tabId: id }));
}
