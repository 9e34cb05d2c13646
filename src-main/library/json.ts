import * as v from 'valibot';
import { StetError } from '../../src-shared/errors';

/** Parses JSON that a column holds. Throws `library-damaged` where it is not what was written. */
export function readJson<S extends v.GenericSchema>(schema: S, json: string): v.InferOutput<S> {
  try {
    return v.parse(schema, JSON.parse(json));
  } catch (error) {
    throw new StetError('library-damaged', {}, { cause: error });
  }
}

/** The same for a column that may be null. */
export function readJsonOrNull<S extends v.GenericSchema>(
  schema: S,
  json: string | null,
): v.InferOutput<S> | null {
  return json === null ? null : readJson(schema, json);
}
