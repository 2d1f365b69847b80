/** `npm start`: the extension and the replica of the portals, in a browser. */
import { parseStartArguments, UsageError, type StartArguments } from './arguments.ts';
import { buildExtension } from './build.ts';
import { openStage } from './open-stage.ts';
import { writeReport } from './tour/report.ts';
import { runTour } from './tour/tour.ts';

async function tour(options: StartArguments): Promise<boolean> {
  const report = await runTour(options, console.log);
  if (options.out !== undefined) await writeReport(options.out, report);
  for (const failure of report.failures) console.error(`✘ ${failure}`);
  const seconds = (report.durationMs / 1000).toFixed(1);
  console.log(
    report.failures.length === 0
      ? `✔ Todo el recorrido funcionó (${seconds} s).`
      : `✘ El recorrido no funcionó (${seconds} s).`,
  );
  return report.failures.length === 0;
}

try {
  const options = parseStartArguments(process.argv.slice(2));
  console.log('Armando la extensión…');
  if (!buildExtension('error')) process.exit(1);
  if (options.headless) process.exitCode = (await tour(options)) ? 0 : 1;
  else await openStage(options);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
