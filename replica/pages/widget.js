const field = (id) => document.getElementById(id);
const form = field('formValidar');
const button = field('botonValidarCert');
const accepted = { inputCertificado: false, inputKey: false };

/** The real widget takes a moment with each file; RPA authors wait 2 s for it. */
const readingTime = 300;

function watch(id, statusId) {
  field(id).addEventListener('change', async () => {
    const [file] = field(id).files;
    accepted[id] = false;
    button.disabled = true;
    if (!file) return;
    field(statusId).textContent = 'Leyendo el archivo…';
    const [bytes] = await Promise.all([
      file.arrayBuffer(),
      new Promise((resolve) => setTimeout(resolve, readingTime)),
    ]);
    if (field(id).files[0] !== file) return;
    accepted[id] = bytes.byteLength > 0;
    field(statusId).textContent = accepted[id]
      ? `Archivo leído: ${file.name}`
      : 'El archivo está vacío.';
    button.disabled = !(accepted.inputCertificado && accepted.inputKey);
  });
}

watch('inputCertificado', 'estadoCertificado');
watch('inputKey', 'estadoKey');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  field('mensajeError').textContent = '';
  button.disabled = true;
  try {
    const response = await fetch(form.action, { method: 'POST', body: new FormData(form) });
    const answer = await response.json();
    if (answer.resultado !== 0) field('mensajeError').textContent = answer.texto;
    if (window.parent !== window) window.parent.postMessage(JSON.stringify(answer), '*');
  } catch {
    field('mensajeError').textContent = 'El componente se encuentra fuera de servicio.';
  } finally {
    button.disabled = false;
  }
});
