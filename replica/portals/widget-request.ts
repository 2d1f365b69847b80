/** What a page asks of the widget, in the form field `params`: a JSON object as text. */
export interface WidgetRequest {
  operation: 'validarCertificado' | 'firmaCMS';
  /** The RFC that has to sign. */
  rfc: string | undefined;
  /** What is signed. */
  cadena: string;
  /** Names of the members that the page wants back. */
  salida: string[];
}

/** Their older names are still taken. */
const operations = new Map<unknown, WidgetRequest['operation']>([
  ['validarCertificado', 'validarCertificado'],
  ['autentica', 'validarCertificado'],
  ['firmaCMS', 'firmaCMS'],
]);

const yes: readonly unknown[] = [true, 'true', 1, '1'];

/** @returns undefined when it is none, or asks for what the widget does not know. */
export function readWidgetRequest(params: string): WidgetRequest | undefined {
  const asked = objectIn(params);
  const operation = operations.get(asked['operacion']);
  const [rfc, cadena, salida] = ['rfc', 'cad_original', 'salida'].map((name) => {
    const value = asked[name];
    return typeof value === 'string' ? value : '';
  });
  if (!operation || (operation === 'firmaCMS' && !cadena)) return undefined;
  return {
    operation,
    rfc: yes.includes(asked['val_rfc']) ? rfc : undefined,
    cadena: cadena ?? '',
    salida: salida?.split(',').map((name) => name.trim()) ?? [],
  };
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
