/** Makes `src/diagnosis/releases.ts` out of MDN's browser compatibility data, a dev dependency. */
import compatData from '@mdn/browser-compat-data/forLegacyNode';
import { format, resolveConfig } from 'prettier';

export const releasesPath = 'src/diagnosis/releases.ts';

/** Years older than what runs the extension. */
const firstMajor = 100;

/** Major version → date, planned ones that have a date included. */
function datesOf(name: 'chrome' | 'edge'): Record<string, string> {
  const dates = Object.entries(compatData.browsers[name].releases).flatMap(
    ([version, { release_date: date }]) =>
      date && Number(version) >= firstMajor ? [[version, date] as const] : [],
  );
  return Object.fromEntries(dates);
}

/** The whole text of the file. */
export async function releaseTable(): Promise<string> {
  const text = `
    /** Made by \`node scripts/run.mjs scripts/releases.ts\` out of MDN's browser compatibility data. */

    /** When those data were published; later dates in the table are plans. */
    export const tableDate = '${compatData.__meta.timestamp.slice(0, 10)}';

    /** Browser → major version → date of its stable release. */
    export const releases: Readonly<Record<'chrome' | 'edge', Readonly<Record<number, string>>>> =
      ${JSON.stringify({ chrome: datesOf('chrome'), edge: datesOf('edge') })};
  `;
  return format(text, { ...(await resolveConfig(releasesPath)), filepath: releasesPath });
}
