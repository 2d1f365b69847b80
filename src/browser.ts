/** The extension's API. In Manifest V3 Chromium's own gives promises; `browser` is its name since 148. */
export const { chrome: browser } = globalThis;
