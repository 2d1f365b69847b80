/** Judges a screen by axe-core. Its source runs through the protocol, where no policy stops it. */
import axe from 'axe-core';
import type { View } from '../../scripts/screens/view.ts';

/** Every broken rule with the elements that break it; an empty list is what is wanted. */
export async function accessibilityFaults(view: View): Promise<string[]> {
  await view.evaluate(`void (window.axe || (() => { ${axe.source} })())`);
  return await view.evaluate(`axe
    .run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' ' + failureSummary)
    ))`);
}
