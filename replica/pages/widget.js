import { formReady, isTaken, notTaken, variants } from './variantes.js';

await formReady();
const form = document.getElementById('formValidar');
// By name: the ids have changed once.
const { certificado, key } = form.elements;
const button = form.querySelector('button[type=submit]');
const show = (text) => {
  document.getElementById('mensajeError').textContent = text;
};
const accepted = new Set();

/** The real widget takes a moment with each file; RPA authors wait 2 s for it. */
const readingTime = 300;

function watch(input, statusId) {
  const tell = (text) => {
    document.getElementById(statusId).textContent = text;
  };
  input.addEventListener('change', async (event) => {
    const [file] = input.files;
    accepted.delete(input);
    button.disabled = true;
    if (!file) return;
    if (!isTaken(event)) {
      show(notTaken);
      return;
    }
    tell('Leyendo el archivo…');
    const [bytes] = await Promise.all([
      file.arrayBuffer(),
      new Promise((resolve) => setTimeout(resolve, readingTime)),
    ]);
    if (input.files[0] !== file) return;
    if (bytes.byteLength > 0) accepted.add(input);
    tell(bytes.byteLength > 0 ? `Archivo leído: ${file.name}` : 'El archivo está vacío.');
    button.disabled = accepted.size < 2;
  });
}

watch(certificado, 'estadoCertificado');
watch(key, 'estadoKey');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  show('');
  button.disabled = true;
  if (variants.silent) return;
  try {
    const response = await fetch(form.action, { method: 'POST', body: new FormData(form) });
    const answer = await response.json();
    if (answer.resultado !== 0) show(answer.texto);
    if (window.parent !== window) window.parent.postMessage(JSON.stringify(answer), '*');
  } catch {
    show('El componente se encuentra fuera de servicio.');
  } finally {
    button.disabled = false;
  }
});
