import { t } from '../i18n.ts';
import { readCadena, type CadenaPair } from '../portals/ask/read-cadena.ts';
import { Untrusted } from './untrusted.tsx';

/** More lines than that nobody compares; the text as it is stays readable. */
const mostLines = 200;

/**
 * A cadena original, whole: in a table where its fields have names, and letter by letter. Long ones
 * scroll in a region of their own, by keyboard too.
 */
export function Cadena({ text }: { text: string }) {
  const cadena = readCadena(text);
  const lines = cadena && ('pairs' in cadena ? cadena.pairs : cadena.fields).length;
  const literal = (
    <p class="cadena-literal" data-field="cadena-literal">
      <Untrusted text={text} isWhole />
    </p>
  );
  return (
    <div class="cadena" role="region" aria-label={t('ask_cadena')} tabIndex={0} data-field="cadena">
      {!cadena || (lines ?? 0) > mostLines ? (
        literal
      ) : (
        <>
          {'pairs' in cadena ? <Pairs pairs={cadena.pairs} /> : <Fields fields={cadena.fields} />}
          <details>
            <summary>{t('ask_cadena_literal')}</summary>
            {literal}
          </details>
        </>
      )}
    </div>
  );
}

function Pairs({ pairs }: { pairs: readonly CadenaPair[] }) {
  return (
    <table>
      <thead class="unseen">
        <tr>
          <th scope="col">{t('ask_cadena_name')}</th>
          <th scope="col">{t('ask_cadena_value')}</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ name, value }, index) => (
          <tr key={index}>
            <th scope="row">
              <Untrusted text={name} isWhole />
            </th>
            <td>
              <Untrusted text={value} isWhole />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Fields({ fields }: { fields: readonly string[] }) {
  return (
    <ol>
      {fields.map((field, index) => (
        <li key={index}>
          <Untrusted text={field} isWhole />
        </li>
      ))}
    </ol>
  );
}
