import { countMessages } from './mensajes.js';

const show = (id, text, isError = false) => {
  document.getElementById(id).textContent = text;
  document.getElementById(id).classList.toggle('wrong', isError);
};
const notFound =
  'No encontramos la extensión Firma Lista. Instálala o actívala y vuelve a cargar esta página.';

countMessages([]);

// As careless as the real portals': it takes every message for JSON, from whoever it comes.
window.addEventListener('message', (event) => {
  const answer = JSON.parse(event.data);
  if (answer.firma) show('resultado', 'Llegó una firma.');
});

/** The provider of the page API, or undefined when none answers within a second. */
function findProvider() {
  if (window.firmaLista) return Promise.resolve(window.firmaLista);
  return new Promise((resolve) => {
    const heard = ({ detail }) => resolve(detail.provider);
    window.addEventListener('firma-lista:announce-provider', heard, { once: true });
    window.dispatchEvent(new Event('firma-lista:request-provider'));
    setTimeout(() => {
      window.removeEventListener('firma-lista:announce-provider', heard);
      resolve(undefined);
    }, 1000);
  });
}

async function post(path, body) {
  const response = await fetch(path, { method: 'POST', body: JSON.stringify(body) });
  return { accepted: response.ok, ...(await response.json()) };
}

/** `interrupted`: the extension's worker was restarted. It is safe to ask once more. */
async function authenticate(provider, nonce) {
  try {
    return { askedAgain: false, ...(await provider.authenticate({ nonce })) };
  } catch (error) {
    if (error.code !== 'interrupted') throw error;
    show('otravez', 'sí');
    return { askedAgain: true, ...(await provider.authenticate({ nonce })) };
  }
}

let busy = false;

async function signIn() {
  if (busy) return;
  busy = true;
  show('codigo', 'ninguno');
  show('otravez', 'no');
  show('resultado', 'Esperando a Firma Lista…');
  try {
    const provider = await findProvider();
    if (!provider) {
      show('resultado', notFound);
      return;
    }
    const { nonce } = await post('/replica/nonce', {});
    const { token, askedAgain } = await authenticate(provider, nonce);
    const session = await post('/replica/sesion', { token, askedAgain });
    show(
      'resultado',
      session.accepted ? `Entraste como ${session.rfc} ${session.name}` : session.error,
      !session.accepted,
    );
    if (!session.accepted) show('codigo', session.code);
    document.getElementById('seguir').hidden = !session.accepted;
  } catch (error) {
    show('resultado', error.message, true);
    show('codigo', error.code ?? 'unexpected');
  } finally {
    busy = false;
  }
}

document.getElementById('entrar').addEventListener('click', () => void signIn());
window.addEventListener('firma-lista:sign-in', () => void signIn());
if (!(await findProvider())) show('resultado', notFound);
