import type { ComponentChildren } from 'preact';
import { browser } from '../browser.ts';
import { appUrl, type Route } from '../ui/app-url.ts';

interface AppLinkProps {
  route: Route;
  /** Of the portal's page that it is about. */
  tabId?: number | undefined;
  class?: string;
  children: ComponentChildren;
}

/** A link to a screen of the app page; the popup makes way for it. */
export function AppLink({ route, tabId, class: className, children }: AppLinkProps) {
  const url = appUrl(route, tabId);
  return (
    <a
      href={url}
      class={className}
      onClick={(event) => {
        event.preventDefault();
        void browser.tabs.create({ url }).then(() => window.close());
      }}
    >
      {children}
    </a>
  );
}
