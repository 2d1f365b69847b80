import { t } from '../../i18n.ts';
import type { FillForm } from '../../portals/index.ts';
import { FileIcon } from '../../ui/icons.tsx';
import { visibleText } from '../../ui/visible-text.ts';
import { handFields, isFile, type HandField } from './hand-fields.ts';

interface FormPictureProps {
  form: FillForm;
  host: string;
  rfc: string | undefined;
}

/** A sketch of the form with numbers: decoration, the list beside it says the same. */
export function FormPicture({ form, host, rfc }: FormPictureProps) {
  const fields = handFields(form);
  const inside: Partial<Record<HandField, string>> = {
    rfc: visibleText(rfc ?? t('hands_sketch_rfc')),
    certificate: '.cer',
    privateKey: '.key',
    password: '••••••••',
    user: t('hands_sketch_user'),
  };
  return (
    <div class="form-sketch" aria-hidden="true">
      <p class="sketch-host">{host}</p>
      {fields.map((field, index) => (
        <div key={field} class="sketch-field">
          <span class="sketch-number">{index + 1}</span>
          <span class="sketch-label">{form.texts?.[field] ?? t(`hands_field_${field}`)}</span>
          <span class="sketch-box" data-file={isFile(field)}>
            {isFile(field) && <FileIcon />}
            {inside[field]}
          </span>
        </div>
      ))}
      <div class="sketch-field">
        <span class="sketch-number">{fields.length + 1}</span>
        <span class="sketch-button">{form.texts?.submit ?? t('hands_field_submit')}</span>
      </div>
    </div>
  );
}
