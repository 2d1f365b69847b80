import { listenCarelessly } from './descuido.js';
import { countMessages } from './mensajes.js';

const field = (id) => document.getElementById(id);
const showError = (text) => {
  field('msgModalFirmaError').textContent = text;
};

countMessages([new URL(field('firmarForm').action).origin]);
listenCarelessly('firmaIframe', async (answer) => {
  if (answer.resultado !== 0 || answer.texto !== 'EXITO') {
    showError('Error en el proceso de firma electrónica.');
    return;
  }
  const { folio, firma, cadori, cert, acuse } = answer;
  const response = await fetch(location.pathname, {
    method: 'POST',
    body: JSON.stringify({ folio, firma, cadori, cert }),
  });
  const judged = await response.json();
  showError(response.ok ? '' : judged.error);
  if (!response.ok) return;
  field('resultado').textContent = `Firmó ${judged.rfc}. Folio: ${folio}`;
  field('acuse').href = acuse;
  field('seguir').hidden = false;
});

field('firmar').addEventListener('click', () => {
  const frame = document.createElement('iframe');
  Object.assign(frame, { id: 'firmaIframe', name: 'firmaIframe', title: 'Firma digital' });
  field('marcos').replaceChildren(frame);
  field('firmarForm').submit();
});
