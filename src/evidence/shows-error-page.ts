/**
 * Whether a tab shows a page of the browser's own in the place of one that did not come. Only the
 * refusal to run anything in it says so.
 */
export async function showsErrorPage(tabId: number): Promise<boolean> {
  return await chrome.scripting.executeScript({ target: { tabId }, func: () => undefined }).then(
    () => false,
    (error: unknown) => error instanceof Error && error.message.includes('error page'),
  );
}
