const field = (id) => document.getElementById(id);

field('buttonFiel').addEventListener('click', () => {
  location.assign('/nidp/app/login?id=SATx509Custom&sid=0&option=credential&sid=0');
});

// Nobody enters the replica with a Contraseña: whatever is sent, the page says that it is missing.
field('IDPLogin').addEventListener('submit', (event) => {
  event.preventDefault();
  for (const id of ['msgErrorRfc', 'msgErrorPass']) field(id).hidden = false;
  field('msgError').textContent =
    '¡Error de registro! no ha llenado varios campos requeridos. Por favor verifique.';
  field('divMsgError').hidden = false;
});
