/** The only import of the polyfill. What it does not know (`offscreen`, `openPopup`) uses `chrome`. */
export { default as browser } from 'webextension-polyfill';
