import type { VNode } from 'preact';
import { browser } from '../browser.ts';
import { codeOf, type ErrorCode } from '../errors.ts';
import { sendMessage } from '../messages.ts';
import { portalAt, signingAt } from '../portals/index.ts';
import { readSnapshot } from '../snapshot.ts';
import { stayConnected } from '../ui/connection.ts';
import { RequestForm } from '../ui/request-form.tsx';
import { LiveSignIn } from './live-sign-in.tsx';

/**
 * What the window is about: `?request=` of a page, or `?tab=` that the person wants to sign in to.
 * Gives a code instead when there is nothing to approve.
 */
export async function approvalAt(
  query: URLSearchParams,
  onClose: () => void,
): Promise<VNode | ErrorCode> {
  try {
    const snapshot = await readSnapshot();
    const id = query.get('request');
    if (id) {
      const request = await sendMessage('pendingRequest', { id });
      return (
        <RequestForm
          request={request}
          settings={snapshot.settings}
          firstChoice={snapshot.chosen?.id}
          cautious
          onApproved={onClose}
          onRefused={onClose}
        />
      );
    }
    stayConnected();
    const tab = await browser.tabs.get(Number(query.get('tab'))).catch(() => undefined);
    const portal = portalAt(tab?.url) ?? signingAt(tab?.url);
    if (!portal || tab?.id === undefined) return 'not_a_portal';
    if (!snapshot.chosen) return 'no_certificate';
    return <LiveSignIn tabId={tab.id} portal={portal} first={snapshot} onClose={onClose} />;
  } catch (error) {
    return codeOf(error);
  }
}
