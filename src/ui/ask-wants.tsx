import { t, type MessageKey } from '../i18n.ts';
import { Untrusted } from './untrusted.tsx';

/** What portals call what they want to be given back (`salida`). */
const words: ReadonlyMap<string, MessageKey> = new Map([
  ['rfc', 'ask_want_rfc'],
  ['curp', 'ask_want_curp'],
  ['nombreRazonSocial', 'ask_want_name'],
  ['cert', 'ask_want_certificate'],
  ['certificado', 'ask_want_certificate'],
  ['serie_cert', 'ask_want_serial'],
  ['vigIni', 'ask_want_dates'],
  ['vigFin', 'ask_want_dates'],
  ['vigencias', 'ask_want_dates'],
  ['rfc_rl', 'ask_want_representative_rfc'],
  ['curp_rl', 'ask_want_representative_curp'],
  ['firma', 'ask_want_signature'],
  ['firmas', 'ask_want_signature'],
  ['cadori', 'ask_want_cadena'],
  ['folio', 'ask_want_folio'],
  ['acuse', 'ask_want_acuse'],
  ['archivosFirmados', 'ask_want_files'],
  ['contenedores', 'ask_want_files'],
  ['resultado', 'ask_want_result'],
]);

/** What the portal is given of a person, in words; what nobody knows, as the portal wrote it. */
export function AskWants({ wants }: { wants: readonly string[] }) {
  if (wants.length === 0) return null;
  const known = new Set(wants.flatMap((want) => words.get(want) ?? []));
  const unknown = wants.filter((want) => !words.has(want));
  return (
    <>
      <h3>{t('ask_wants')}</h3>
      <ul data-field="ask-wants">
        {[...known].map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
        {unknown.map((want) => (
          <li key={want}>
            {t('ask_want_unknown')} <Untrusted text={want} />
          </li>
        ))}
      </ul>
    </>
  );
}
