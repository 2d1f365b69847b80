import type { Contest } from './contest.ts';

/** A contest as a table of Markdown: times, and how many times as fast the first one is. */
export function tableOf({ task, scores }: Contest): string {
  const own = scores[0]?.milliseconds ?? Number.NaN;
  const rows = scores.map(({ contestant, milliseconds, failure }) =>
    milliseconds === undefined
      ? `| ${contestant} | cannot: ${failure} | |`
      : `| ${contestant} | ${milliseconds.toFixed(3)} | ${(milliseconds / own).toFixed(1)} |`,
  );
  return [task, '', '| contestant | ms | × firma-lista |', '| --- | ---: | ---: |', ...rows].join(
    '\n',
  );
}
