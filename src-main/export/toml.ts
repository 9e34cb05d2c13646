import { PlainValue } from './markdown-profiles';

/**
 * Writes fields as TOML 1.0: values first, then tables, then lists of tables. Empty ones are for the
 * caller to leave out.
 */
export function writeToml(fields: Record<string, unknown>, path: readonly string[] = []): string {
  const values: string[] = [];
  const tables: string[] = [];
  for (const [key, value] of Object.entries(fields)) {
    const inner = [...path, key];
    if (isTable(value)) tables.push(`[${inner.join('.')}]`, writeToml(value, inner));
    else if (Array.isArray(value) && value.every(isTable) && value.length > 0) {
      for (const one of value) tables.push(`[[${inner.join('.')}]]`, writeToml(one, inner));
    } else values.push(`${key} = ${writeValue(value)}`);
  }
  return [...values, ...tables].filter((line) => line !== '').join('\n');
}

function isTable(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof PlainValue)
  );
}

function writeValue(value: unknown): string {
  if (value instanceof PlainValue) return value.text;
  if (Array.isArray(value)) return `[${value.map(writeValue).join(', ')}]`;
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  // JSON's escapes are TOML's, but for half characters and DEL, which TOML does not know.
  const text = String(value).replace(/\p{Surrogate}|\u007f/gu, '\ufffd');
  return JSON.stringify(text);
}
