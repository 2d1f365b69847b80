import type { ComponentChildren } from 'preact';
import { t } from '../../../i18n.ts';
import { Guide, type GuideProps } from './guide.tsx';
import type { System } from './own-system.ts';
import { SystemChoice } from './system-choice.tsx';
import { useOwnSystem } from './use-own-system.ts';

interface SystemGuideProps extends GuideProps {
  steps: (system: System) => readonly ComponentChildren[];
}

/** Steps for the system of this computer; those of the others are one press away. */
export function SystemGuide({ steps, ...props }: SystemGuideProps) {
  const [system, choose] = useOwnSystem();
  return (
    <Guide {...props} steps={system ? steps(system) : []}>
      <p role="status" data-field="system" data-system={system}>
        {system ? t('guide_system_for', t(`system_${system}`)) : t('guide_system_choose')}
      </p>
      <SystemChoice system={system} onChoose={choose} />
    </Guide>
  );
}
