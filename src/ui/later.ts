import { lazily } from './lazily.tsx';

/** The code of the approval in the popup: begins to come as soon as somebody asks for it. */
export async function loadSignIn() {
  return (await import('./sign-in.tsx')).SignIn;
}

/** The sign-in, for a page that first paints what surrounds it. */
export const SignInLater = lazily(loadSignIn);

/** Shown only where no form was found. */
export const CopyFormsLater = lazily(async () => (await import('./copy-forms.tsx')).CopyForms);
