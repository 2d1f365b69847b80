import { all, isVisible } from './elements.ts';

const mostNodes = 100;
const longestNode = 10_000;
const mostTexts = 20;
const longestText = 300;

/** What the elements that a selector fits say, as far as it can be seen. */
export function readTexts(selector: string | undefined): Set<string> {
  const texts = all(selector)
    // What is in a form can hide its text from us.
    .filter((node) => node instanceof HTMLElement && !(node instanceof HTMLFormElement))
    .map((node) => node as HTMLElement)
    .slice(0, mostNodes)
    .filter(isVisible)
    .map(({ innerText }) => innerText.slice(0, longestNode).replaceAll(/\s+/g, ' ').trim())
    .map((text) => text.slice(0, longestText));
  return new Set(texts.filter((text) => text !== '').slice(0, mostTexts));
}
