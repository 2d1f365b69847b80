import { all, isVisible } from './elements.ts';

const things =
  'img, svg, canvas, video, object, embed, iframe, frame, button, select, textarea, input:not([type=hidden])';

/** Nothing can be seen in the page. */
export function looksBlank(): boolean {
  const [body] = all('body');
  return (
    body instanceof HTMLElement && !all(things).some(isVisible) && body.innerText.trim() === ''
  );
}
