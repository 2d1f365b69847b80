import { outlineJson } from './outline-json.ts';

const longest = 256 * 1024;
const deepest = 8;

/**
 * The members of a JSON object that a page wrote, or undefined for everything that two readers may
 * read differently, that is no object, or that is too long or too deep. Never throws.
 */
export function parseParams(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text.length > longest) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const { depth, names } = outlineJson(text);
    const isClear = depth <= deepest && new Set(names).size === names.length;
    return isClear ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
