/** Every sentence with which a portal may refuse somebody whose e.firma works, said for real. */
import { refusalTexts, type RefusalId } from '../../../replica/index.ts';
import { satSites } from '../../../scripts/granted-stage.ts';
import { grantOptional } from '../../../scripts/grants.ts';
import { tellWorker } from '../../../scripts/tell-worker.ts';
import { settleIn } from '../../../scripts/tour/faults/scene.ts';
import { failed } from './buzon.ts';
import type { InjectedFault, OpenBrowser } from './injected-fault.ts';
import { refusalOutcomes, type Outcome } from './refusal-outcomes.ts';
import { openFor, places, ways, type WayIn } from './refusal-ways.ts';

/** The SAT lets the extension in, and IDSE's own account is kept with the e.firma. */
const openEverywhere: OpenBrowser = async (scene) => {
  await grantOptional(scene.profile, [], [], satSites);
  await scene.launch();
  await settleIn(scene, scene.files);
  const { browser, files, replica, holder } = scene;
  const [card] = await tellWorker(browser, 'listCredentials');
  const idse = replica.accounts.get(holder.rfc);
  if (!card || !idse) throw new Error('Nobody has an account at IDSE.');
  await tellWorker(browser, 'saveAccount', {
    id: card.id,
    account: {},
    idse,
    password: files.password,
  });
};

function faultOf(refusal: RefusalId, { way, cause, signals, answers }: Outcome): InjectedFault {
  const place = places[refusalTexts[refusal][0]];
  const { portal } = place;
  const { sign, healthy = sign }: WayIn = ways[way];
  return {
    id: `refusal-${refusal}-${way}`.replaceAll('_', '-'),
    cause,
    portal,
    open: openEverywhere,
    async inject(scene) {
      const page = await openFor(way, place, scene);
      scene.replica.faults.refusal = refusal;
      await sign(place, scene, page);
      return await failed(scene, page);
    },
    ...(answers && { answers }),
    signals: { ...signals, portal, cert: 'ok', ...(sign === ways.ours.sign && { filled: true }) },
    async twin(scene) {
      const page = await openFor(way, place, scene);
      await healthy(place, scene, page);
      await place.letIn(page, scene.holder.rfc);
      return page;
    },
  };
}

const isOutcomes = (value: unknown): value is readonly Outcome[] => Array.isArray(value);

export const refusalFaults: readonly InjectedFault[] = Object.entries(refusalOutcomes).flatMap(
  ([refusal, outcomes]) =>
    isOutcomes(outcomes) ? outcomes.map((outcome) => faultOf(refusal as RefusalId, outcome)) : [],
);
