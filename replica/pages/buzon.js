import { countMessages } from './mensajes.js';

countMessages(['https://firmadigitalssl.imss.gob.mx']);

const show = (text) => {
  document.getElementById('resultado').textContent = text;
};

/** What is no JSON ends the signing: the dialog goes away, and nobody is told. */
function parse(data) {
  try {
    return JSON.parse(data);
  } catch (error) {
    document.getElementById('formFirmaDigital')?.remove();
    throw error;
  }
}

// As careless as the real portals': no look at the origin, every message is taken for JSON.
window.addEventListener('message', async (event) => {
  const answer = parse(event.data);
  if (answer.resultado !== 0) {
    show('La validación de la firma no pudo ser realizada');
    return;
  }
  const { rfc, folio } = answer;
  const response = await fetch('/buzonimss/sesion', {
    method: 'POST',
    body: JSON.stringify({ rfc, folio }),
  });
  if (response.redirected) {
    location.assign(response.url);
    return;
  }
  const session = await response.json();
  show(response.ok ? `Entraste como ${session.rfc} ${session.name}` : session.error);
  document.getElementById('seguir').hidden = !response.ok;
});

document.getElementById('formWidget').submit();
