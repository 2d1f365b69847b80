/** How this page differs from the newest that is known of the real one. */
export const variants = JSON.parse(document.body.dataset.variants);

/** Resolves when the form is there: at once, or as late as the variant says. */
export async function formReady() {
  const late = document.getElementById('formularioTarde');
  if (!late) return;
  await new Promise((resolve) => setTimeout(resolve, variants.lateForm));
  late.replaceWith(late.content);
}

/** A page that looks whether a person or a script did it. */
export function isTaken(event) {
  return event.isTrusted || !variants.checksTrusted;
}

export const notTaken = 'Esta página sólo acepta lo que eliges tú.';
