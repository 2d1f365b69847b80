const most = 60;
const longest = 100;

/**
 * The names of `salida`: one text with commas, or a list. Undefined for anything else, and for more
 * or longer ones than a person can be shown.
 */
export function readWants(salida: unknown): string[] | undefined {
  if (salida === undefined || salida === null) return [];
  const parts: unknown = typeof salida === 'string' ? salida.split(/[,;]/) : salida;
  if (!Array.isArray(parts) || !parts.every((part) => typeof part === 'string')) return undefined;
  const names = [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
  return names.length <= most && names.every(({ length }) => length <= longest) ? names : undefined;
}
