import { t } from '../i18n.ts';
import { SignIn, type SignInProps } from '../ui/sign-in.tsx';
import { useFillPlan } from '../ui/use-fill-plan.ts';
import { Elsewhere } from './elsewhere.tsx';

/** A page that may ask to sign something: if it does, the approval of that. */
export function SigningPage(props: SignInProps) {
  const { plan, problem } = useFillPlan(props.tabId);
  if (plan || (problem && problem.id !== 'form_not_found')) return <SignIn {...props} />;
  return (
    <Elsewhere
      {...props}
      unknownIn={problem && props.tabId}
      note={t(problem ? 'fill_sign_none' : 'fill_sign_looking')}
    />
  );
}
