/** What left the browser, and what the scripts of a page could lay hands on. */
import type { Page, Request } from 'playwright-core';

/** All that these requests took with them: address, headers, body. */
export async function sentOut(requests: readonly Request[]): Promise<Buffer> {
  const parts = requests.map(async (request) => [
    Buffer.from(`${request.method()} ${request.url()}\n`),
    Buffer.from(JSON.stringify(await request.allHeaders().catch(() => ({})))),
    request.postDataBuffer() ?? Buffer.alloc(0),
  ]);
  return Buffer.concat((await Promise.all(parts)).flat());
}

/** The tree, the values of the fields and the storage of each frame; every text in the page's memory. */
export async function withinReach(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  const shown = page.frames().map(async (frame) => [
    await frame.content(),
    await frame.evaluate(() => {
      const fields = document.querySelectorAll<HTMLInputElement>('input, textarea');
      const kept = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
      return JSON.stringify([...kept, Array.from(fields, ({ value }) => value)]);
    }),
  ]);
  return Buffer.from([...(await Promise.all(shown)).flat(), ...chunks].join('\n'));
}
