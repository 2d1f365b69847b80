import { t } from '../../i18n.ts';
import { addressOf, type FillForm, type KnownPortal } from '../../portals/index.ts';
import { portalName } from '../../ui/portal-name.ts';
import { Untrusted } from '../../ui/untrusted.tsx';
import { FormPicture } from './form-picture.tsx';
import { handFields } from './hand-fields.ts';

interface FormStepProps {
  portal: KnownPortal;
  form: FillForm;
  rfc: string | undefined;
}

/** Where each thing goes: as a picture, and the same as a list. */
export function FormStep({ portal, form, rfc }: FormStepProps) {
  const { fields, texts = {} } = form;
  return (
    <>
      <p>
        <a class="button primary" href={addressOf(portal)} target="_blank" rel="noreferrer">
          {t('hands_open', portalName(portal.id))}
        </a>
        <span class="hint"> {portal.host}</span>
      </p>
      {portal.purpose === 'sign' && <p>{t('hands_sign')}</p>}
      {portal.efirmaButtons && <p>{t('hands_switch')}</p>}
      <div class="hand-form">
        <FormPicture form={form} host={new URL(form.origin).host} rfc={rfc} />
        <ol class="hand-fields" data-field="hand-fields">
          {handFields(form).map((field) => (
            <li key={field} data-for={field}>
              <strong>{texts[field] ?? t(`hands_field_${field}`)}</strong>
              <span>
                {field === 'rfc' && rfc ? (
                  <Untrusted text={t('hands_do_rfc_known', rfc)} />
                ) : (
                  t(`hands_do_${field}`)
                )}
              </span>
              {field === 'password' && (
                <span class="hint">
                  {t(fields.user ? 'hands_password_idse' : 'password_key_hint')}
                </span>
              )}
            </li>
          ))}
          <li data-for="submit">
            <strong>{texts.submit ?? t('hands_field_submit')}</strong>
            <span>{t('hands_do_submit')}</span>
          </li>
        </ol>
      </div>
      <p class="hint">{t('hands_names')}</p>
      {portal.verified === null && (
        <p class="notice">{t(portal.isOptional ? 'fill_unverified_sat' : 'portal_unverified')}</p>
      )}
    </>
  );
}
