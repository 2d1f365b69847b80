const token = /"[^"\\]*(?:\\.[^"\\]*)*"(?<colon>\s*:)?|(?<opening>[[{])|[\]}]/g;

/**
 * How deep a JSON text goes, and the names of its outermost object in their order: `JSON.parse`
 * keeps the last of two members with the same name, and other readers the first (RFC 8259 §4).
 * @param json a text that `JSON.parse` takes
 */
export function outlineJson(json: string): { depth: number; names: string[] } {
  const names: string[] = [];
  let depth = 0;
  let deepest = 0;
  for (const { 0: text, groups } of json.matchAll(token)) {
    if (groups?.['opening'] !== undefined) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (!text.startsWith('"')) {
      depth -= 1;
    } else if (groups?.['colon'] !== undefined && depth === 1) {
      names.push(String(JSON.parse(text.slice(0, -groups['colon'].length))));
    }
  }
  return { depth: deepest, names };
}
