/** Major version of Chromium by the text of a user agent; 0 when the text is another browser's. */
export function uaMajorOf(text: string): number {
  return Number(/Chrome\/(\d+)/.exec(text)?.[1] ?? 0);
}
