/** Judges a screen by axe-core. Its source runs through the protocol, where no policy stops it. */
import axe from 'axe-core';
import type { View } from '../../scripts/screens/view.ts';

const ofColours = ['color-contrast', 'link-in-text-block'];

/**
 * Every broken rule with the elements that break it, but for those of colours; an empty list is
 * what is wanted.
 */
export function accessibilityFaults(view: View): Promise<string[]> {
  const off = ofColours.map((id) => [id, { enabled: false }] as const);
  return faultsBy(view, {
    rules: { 'target-size': { enabled: true }, ...Object.fromEntries(off) },
  });
}

/** Those that colours alone can make, in some of the page's `parts`. */
export function contrastFaults(view: View, indexes: readonly number[]): Promise<string[]> {
  const include = `[${indexes.map((index) => `parts[${index}]`).join()}]`;
  return faultsBy(view, { runOnly: ofColours }, `{ include: ${include} }`);
}

async function faultsBy(
  view: View,
  options: axe.RunOptions,
  context = 'document',
): Promise<string[]> {
  if (await view.evaluate('!window.axe')) {
    await view.evaluate(`void (() => { ${axe.source} })()`);
  }
  return await view.evaluate(`axe
    .run(${context}, { resultTypes: ['violations'], preload: false, ...${JSON.stringify(options)} })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' ' + failureSummary)
    ))`);
}
