import { Fragment, type ComponentType } from 'preact';
import { t, type MessageKey } from '../../../i18n.ts';
import { addressOf, findPortal, type PortalId } from '../../../portals/index.ts';
import type { Route } from '../../../ui/app-url.ts';
import { portalName } from '../../../ui/portal-name.ts';
import { Guide, type GuideProps } from './guide.tsx';
import { Outside } from './outside.tsx';

/** A sentence; with the official page of a portal, or a screen of ours, at its end. */
export type Step =
  | MessageKey
  | { says: MessageKey; portal: PortalId }
  | { says: MessageKey; screen: Route; named: MessageKey };

/** A guide that is nothing but steps; `isWorkedIn` as for {@link Guide}. */
export function guideOf(
  steps: readonly Step[],
  { isWorkedIn = false } = {},
): ComponentType<GuideProps> {
  return (props) => <Guide {...props} isWorkedIn={isWorkedIn} steps={steps.map(shown)} />;
}

function shown(step: Step) {
  if (typeof step === 'string') return t(step);
  return (
    <Fragment key={step.says}>
      {t(step.says)} <Place {...step} />
    </Fragment>
  );
}

function Place(step: Exclude<Step, string>) {
  if ('screen' in step) return <a href={`#/${step.screen}`}>{t(step.named)}</a>;
  const portal = findPortal(step.portal);
  return portal ? <Outside href={addressOf(portal)}>{portalName(portal.id)}</Outside> : null;
}
