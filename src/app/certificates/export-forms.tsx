import { useId } from 'preact/hooks';
import { t } from '../../i18n.ts';

const forms = ['cer_and_key', 'pfx'] as const;

export type ExportForm = (typeof forms)[number];

interface ExportFormsProps {
  form: ExportForm;
  onChoose: (form: ExportForm) => void;
}

/** In which files, each with what it is good for. */
export function ExportForms({ form, onChoose }: ExportFormsProps) {
  const id = useId();
  return (
    <fieldset class="export-forms">
      <legend>{t('export_form')}</legend>
      {forms.map((each) => (
        <label key={each} class="check">
          <input
            type="radio"
            name={`${id}-form`}
            value={each}
            checked={each === form}
            onChange={() => onChoose(each)}
          />
          <span>
            {t(`export_form_${each}`)}
            <span class="hint">{t(`export_form_${each}_hint`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
