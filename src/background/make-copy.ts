import {
  createPkcs12,
  openPrivateKey,
  type Certificate,
  type OpenedKey,
} from '../certificate/index.ts';
import type { ExtensionProtocol } from '../messages.ts';
import type { FillSecret } from '../vault/index.ts';
import type { BroughtFile } from './decode-file.ts';
import { fileName } from './file-name.ts';
import { portalFiles } from './portal-files.ts';
import { storedFile } from './stored-file.ts';

type Form = Parameters<ExtensionProtocol['exportCredential']>[0]['form'];

interface Original {
  certificate: Certificate;
  key: OpenedKey;
  secret: FillSecret;
}

/** What a copy can be. Each opens with the password of the .key, as the original does. */
const forms: Readonly<Record<Form, (original: Original) => Promise<BroughtFile[]>>> = {
  async cer_and_key({ certificate, key, secret }) {
    const taken = {
      certificate: storedFile(secret.certificate),
      privateKey: storedFile(secret.privateKey),
    };
    const { password } = secret;
    const files = await portalFiles({ certificate, key, taken, password });
    return [storedFile(files.certificate), storedFile(files.privateKey)];
  },
  async pfx({ certificate: { rfc, der }, key: { pkcs8 }, secret: { password } }) {
    const bytes = await createPkcs12({ certificate: der, pkcs8, password, friendlyName: rfc });
    return [{ name: fileName('', 'pfx', rfc), bytes }];
  },
};

/** Makes a copy of what was kept; its key is opened first, so that no copy leaves that does not open. */
export async function makeCopy(
  form: Form,
  certificate: Certificate,
  secret: FillSecret,
): Promise<BroughtFile[]> {
  const key = await openPrivateKey(storedFile(secret.privateKey).bytes, secret.password);
  return await forms[form]({ certificate, key, secret }).finally(() => key.pkcs8.fill(0));
}
