import { daysFrom, yearsFrom } from '../../../tests/pki/dates.ts';
import { makeCredential } from '../../../tests/pki/index.ts';
import { keep } from '../../person.ts';
import type { Fault } from './fault.ts';
import { settleIn, signIn } from './scene.ts';

/** The e.firma that the same person had before, expired for a year by anybody's clock. */
export default {
  id: 'cert.expired',
  signedInAfter: true,
  async inject(scene) {
    const { pki, holder, files } = scene;
    const notAfter = yearsFrom(pki.now, -1);
    const expired = await makeCredential(pki, {
      holder,
      password: files.password,
      notBefore: yearsFrom(daysFrom(notAfter, 1), -4),
      notAfter,
    });
    const browser = await scene.launch();
    await settleIn(scene, expired);
    const page = await browser.context.newPage();
    await signIn(scene, page);
    return page;
  },
  /** The renewal is brought to the same profile. */
  async mend({ browser, files }) {
    const { kind, cause } = await keep(browser, files);
    if (kind !== 'saved' && kind !== 'updated') {
      throw new Error(`La renovación no se guardó: ${cause ?? kind}`);
    }
  },
} as const satisfies Fault;
