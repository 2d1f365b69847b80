import { keysOf, type Topic } from '../../src/help/index.ts';
import type { MessageKey } from '../../src/i18n.ts';
import { procedures, type KnownProcedure } from '../../src/procedures/index.ts';
import { say } from '../say.ts';

/** A text as HTML spells it. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

/** A topic of the help as an item of a list, with all that there is to say of it. */
export function topicHtml(topic: Topic): string {
  const { name, text, also } = keysOf(topic);
  const found = also ? ` data-also="${escaped(say(also))}"` : '';
  const procedure = procedures.find(({ id }) => topic.kind === 'procedure' && id === topic.id);
  return [
    `<li data-topic${found}><details>`,
    `<summary>${escaped(say(name))}</summary>`,
    topic.kind === 'cause' ? `<p><b>${escaped(say('help_do'))}</b></p>` : '',
    paragraph(say(text)),
    procedure ? procedureHtml(procedure) : '',
    '</details></li>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** What it asks for, what to have at hand, where it is done. */
function procedureHtml({ needs, have, link, inPerson }: KnownProcedure): string {
  const asked = needs.map((need) => say(`procedure_needs_${need}` as MessageKey));
  const things = have.map((thing) => say(`procedure_have_${thing}` as MessageKey));
  return [
    paragraph(`${say('procedure_needs')}: ${asked.join(` ${say('procedure_needs_or')} `)}.`),
    `<p>${escaped(say('procedure_have'))}:</p>`,
    `<ul>${things.map((thing) => `<li>${escaped(thing)}</li>`).join('')}</ul>`,
    link
      ? `<p><a href="${escaped(link)}" rel="noreferrer">${escaped(link)}</a></p>`
      : paragraph(say('procedure_no_link')),
    paragraph(say(`procedure_in_person_${inPerson}` as MessageKey)),
  ].join('\n');
}
