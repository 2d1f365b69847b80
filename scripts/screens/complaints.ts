/** What our own pages complain of: errors and warnings of the console, broken policies, throws. */
import type { Launched } from '../chromium.ts';

export type Complaints = readonly string[];

/** Listens to every page of the extension that Playwright shows; grows while the browser lives. */
export function hearComplaints({ context, extensionId }: Launched): Complaints {
  const heard: string[] = [];
  const ours = `chrome-extension://${extensionId}/`;
  context.on('console', (message) => {
    const address = message.page()?.url() ?? message.location().url;
    if (!address.startsWith(ours)) return;
    if (isComplaint(message.type())) heard.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => {
    if (error.page()?.url().startsWith(ours)) heard.push(`thrown: ${error.error().message}`);
  });
  return heard;
}

/** The same, told by the events of the browser's protocol; undefined for everything harmless. */
export function complaintOf(method: string, params: Record<string, unknown>): string | undefined {
  if (method === 'Runtime.exceptionThrown') return `thrown: ${JSON.stringify(params)}`;
  const { type, args } = params as { type?: string; args?: { value?: unknown }[] };
  if (method === 'Runtime.consoleAPICalled' && isComplaint(type ?? '')) {
    return `${type}: ${(args ?? []).map(({ value }) => String(value)).join(' ')}`;
  }
  const { entry } = params as { entry?: { level: string; text: string } };
  if (method === 'Log.entryAdded' && entry && isComplaint(entry.level)) {
    return `${entry.level}: ${entry.text}`;
  }
  return undefined;
}

function isComplaint(type: string): boolean {
  return type === 'error' || type === 'warning' || type === 'assert';
}
