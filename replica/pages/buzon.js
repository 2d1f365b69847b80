import { countMessages } from './mensajes.js';

countMessages(['https://firmadigitalssl.imss.gob.mx']);

const show = (text) => {
  document.getElementById('resultado').textContent = text;
};

// As careless as the real portals': no look at the origin, every message is taken for JSON.
window.addEventListener('message', async (event) => {
  const answer = JSON.parse(event.data);
  if (answer.resultado !== 0) {
    show('La validación de la firma no pudo ser realizada');
    return;
  }
  const { rfc, folio } = answer;
  const response = await fetch('/buzonimss/sesion', {
    method: 'POST',
    body: JSON.stringify({ rfc, folio }),
  });
  const session = await response.json();
  show(response.ok ? `Entraste como ${session.rfc} ${session.name}` : session.error);
  document.getElementById('seguir').hidden = !response.ok;
});

document.getElementById('formWidget').submit();
