/** What the popup says of what a portal asks for. */
import type { Popup } from '../../scripts/popup.ts';

/** Everything that the popup says of it. */
export interface ShownAsk {
  kind: string;
  title: string;
  rows: [name: string, value: string][];
  literal: string;
  facts: string[];
  wants: string[];
  warnings: string[];
}

export async function readAsk(popup: Popup): Promise<ShownAsk> {
  await popup.waitFor("document.querySelector('[data-field=ask]') !== null");
  return await popup.evaluate(() => {
    const texts = (selector: string): string[] =>
      [...document.querySelectorAll(`[data-field=ask] ${selector}`)].map(
        ({ textContent }) => textContent ?? '',
      );
    const ask = document.querySelector<HTMLElement>('[data-field=ask]');
    const names = texts('.cadena tbody th');
    const values = texts('.cadena tbody td');
    return {
      kind: ask?.dataset['kind'] ?? '',
      title: texts('h2')[0] ?? '',
      rows: names.map((name, index): [string, string] => [name, values[index] ?? '']),
      literal: texts('[data-field=cadena-literal]')[0] ?? '',
      facts: texts('dl dd'),
      wants: texts('[data-field=ask-wants] li'),
      warnings: texts('.warning [data-field=cause]'),
    };
  });
}
