import {
  endOf,
  openKey,
  readCertificate,
  readFile,
  rfcOf,
  serialOf,
  signSha1,
  textToBase64,
  toBase64,
} from './efirma.js';
import { formReady, isTaken, notTaken } from './variantes.js';

const field = (id) => document.getElementById(id);
const invalid =
  'Certificado, clave privada o contraseña de clave privada inválidos, inténtelo nuevamente.';

/** What was read of each file. */
const read = { certificate: undefined, key: undefined };

const required = {
  txtCertificate: 'msgErrorCert',
  txtPrivateKey: 'msgErrorKey',
  privateKeyPassword: 'msgErrorPass',
  rfc: 'msgErrorRfc',
};

await formReady();
for (const id of ['btnCertificate', 'btnPrivateKey', 'txtCertificate', 'txtPrivateKey']) {
  field(id).addEventListener('click', () => {
    clearMessages();
    field(id.replace(/^(btn|txt)/, 'file')).click();
  });
}
field('privateKeyPassword').addEventListener('click', clearMessages);
field('contrasena').addEventListener('click', () => {
  location.assign('/nidp/wsfed/ep?id=SATUPCFDiCon&sid=0&option=credential&sid=0');
});
watch('fileCertificate', 'txtCertificate', (bytes) => {
  read.certificate = readCertificate(bytes);
  field('rfc').value = rfcOf(read.certificate);
});
watch('filePrivateKey', 'txtPrivateKey', (bytes) => {
  read.key = bytes;
});
field('submit').addEventListener('click', sign);

const { error } = document.body.dataset;
if (error) showError(JSON.parse(field('mensajes').textContent)[error] ?? error);

/** The file inputs cannot be seen: the name goes into the field beside each. */
function watch(fileId, textId, take) {
  field(fileId).addEventListener('click', clearMessages);
  field(fileId).addEventListener('change', async (event) => {
    const [file] = field(fileId).files;
    if (!file) return;
    if (!isTaken(event)) {
      showError(notTaken);
      return;
    }
    try {
      take(await readFile(file));
      field(textId).value = file.name;
    } catch {
      showError(invalid);
    }
  });
}

function sign() {
  if (!isComplete()) {
    showError('¡Error! no ha llenado varios campos requeridos. Por favor verifique.');
    return;
  }
  try {
    const key = openKey(read.key, field('privateKeyPassword').value);
    const parts = [field('tokenuuid').value, field('rfc').value, serialOf(read.certificate)];
    const text = parts.join('|');
    const signature = toBase64(toBase64(signSha1(key, text)));
    field('token').value = toBase64(`${textToBase64(text)}#${signature}`);
    field('fert').value = endOf(read.certificate);
  } catch {
    showError(invalid);
    return;
  }
  field('certform').submit();
}

function isComplete() {
  const missing = Object.keys(required).filter((id) => field(id).value === '');
  for (const [id, message] of Object.entries(required)) {
    field(message).hidden = !missing.includes(id);
  }
  return missing.length === 0;
}

/** As the real page does: after an error its button rests until a field is touched. */
function showError(text) {
  field('divError').textContent = text;
  field('divError').hidden = false;
  field('submit').disabled = true;
}

function clearMessages() {
  field('divError').textContent = '';
  field('divError').hidden = true;
  field('submit').disabled = false;
}
