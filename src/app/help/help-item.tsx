import { t } from '../../i18n.ts';
import { keysOf, type Topic } from '../../help/index.ts';

/** One answer: what it is about at once, the rest when it is opened. */
export function HelpItem({ topic }: { topic: Topic }) {
  const { name, text } = keysOf(topic);
  return (
    <li>
      <details>
        <summary>{t(name)}</summary>
        {topic.kind === 'cause' && <p class="hint">{t('help_do')}</p>}
        <p>{t(text)}</p>
        {topic.kind === 'procedure' && (
          <p>
            <a href="#/tramites">{t('nav_tramites')}</a>
          </p>
        )}
      </details>
    </li>
  );
}
