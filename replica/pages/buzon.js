import { listenCarelessly } from './descuido.js';
import { countMessages } from './mensajes.js';

const show = (text) => {
  document.getElementById('resultado').textContent = text;
};

countMessages(['https://firmadigitalssl.imss.gob.mx']);
listenCarelessly('formFirmaDigital', async (answer) => {
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
