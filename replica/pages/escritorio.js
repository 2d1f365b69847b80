import { listenCarelessly } from './descuido.js';
import { countMessages } from './mensajes.js';

const field = (id) => document.getElementById(id);
const form = field('formWidget');

countMessages([new URL(form.action).origin]);
listenCarelessly('formFirmaDigital', async (answer) => {
  field('mensajeError').textContent = '';
  if (answer.resultado !== 0) {
    field('mensajeError').textContent = 'La validación de la autenticación no pudo ser realizada';
    return;
  }
  const { rfc, folio } = answer;
  const response = await fetch('/portal-web/sesion', {
    method: 'POST',
    body: JSON.stringify({ rfc, folio }),
  });
  if (response.redirected) {
    location.assign(response.url);
    return;
  }
  const session = await response.json();
  if (!response.ok) {
    field('mensajeError').textContent = session.error;
    return;
  }
  field('resultado').textContent = `Entraste como ${session.rfc} ${session.name}`;
  field('seguir').hidden = false;
});

/** Several frames, as in the real page; one of them gets the form. */
field('enviarForm').addEventListener('click', () => {
  const frames = ['marcoAvisos', 'formFirmaDigital', 'marcoSesion'].map((name) => {
    const frame = document.createElement('iframe');
    frame.id = name;
    frame.name = name;
    frame.title = name === 'formFirmaDigital' ? 'Firma digital' : 'Vacío';
    frame.hidden = name !== 'formFirmaDigital';
    return frame;
  });
  field('marcos').replaceChildren(...frames);
  form.submit();
});
