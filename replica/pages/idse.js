import { openKey, openPfx, readCertificate, readFile, signCms } from './efirma.js';
import { formReady, isTaken, notTaken, variants } from './variantes.js';

const field = (id) => document.getElementById(id);
const show = (text) => {
  field('imsgErrors').textContent = text;
};

/** The bytes of each file that was accepted. */
const accepted = { certificado: undefined, llave: undefined };
const isPfx = () => /\.pfx$/i.test(field('certificado').files[0]?.name ?? '');

field('avisoInicial').showModal();
await formReady();
watch('certificado', (bytes) => isPfx() || readCertificate(bytes));
watch('llave', (bytes) => {
  if (bytes.charCodeAt(0) !== 0x30) throw new Error('no DER');
});
field('formaAcceso').addEventListener('submit', (event) => {
  event.preventDefault();
  void signIn();
});

function watch(id, judge) {
  field(id).addEventListener('change', async (event) => {
    accepted[id] = undefined;
    update();
    show('');
    const [file] = field(id).files;
    if (!file) return;
    if (!isTaken(event)) {
      show(notTaken);
      return;
    }
    try {
      const bytes = await readFile(file);
      judge(bytes);
      if (field(id).files[0] === file) accepted[id] = bytes;
    } catch {
      show(`El archivo ${file.name} no es el que se pide.`);
    }
    update();
  });
}

function update() {
  const isComplete = accepted.certificado !== undefined && (isPfx() || accepted.llave);
  field('botonFirma').disabled = !isComplete;
}

function credentialOf(password) {
  if (isPfx()) return openPfx(accepted.certificado, password);
  return {
    certificate: readCertificate(accepted.certificado),
    key: openKey(accepted.llave, password),
  };
}

async function signIn() {
  const wait = field('idModalWaitProcess');
  wait.showModal();
  if (variants.silent) return;
  try {
    const location = 'https://idse.imss.gob.mx/imss/';
    const response = await fetch('/imss/SecuenciaFirma.idse', {
      method: 'POST',
      body: new URLSearchParams({ siteId: '9', location }),
    });
    if (!response.ok) throw new Error('Servicio no disponible');
    send(await response.text());
  } catch (error) {
    wait.close();
    show(error.message);
  }
}

/** Names of files, the password, and what was signed: the files stay here. */
function send(challenge) {
  const password = field('password').value;
  let credential;
  try {
    credential = credentialOf(password);
  } catch {
    throw new Error('La llave privada no se abre con esta contraseña.');
  }
  const names = ['certificado', 'llave'].map((id) => field(id).files[0]?.name);
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/imss/AccesoIDSE.idse';
  const values = {
    siteId: '9',
    pkcs7: fieldOf(signCms(challenge, credential)),
    certificado: names[0],
    llave: isPfx() ? names[0] : names[1],
    idUsuario: field('idUsuario').value,
    password,
  };
  for (const [name, value] of Object.entries(values)) {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  }
  document.body.append(form);
  form.submit();
}

/** Without the BEGIN line and the line breaks, its END line with a plus sign. */
function fieldOf(pem) {
  return pem
    .replaceAll(/\r?\n/g, '')
    .replace('-----BEGIN PKCS7-----', '')
    .replace('-----END PKCS7-----', '-----END+PKCS7-----');
}
