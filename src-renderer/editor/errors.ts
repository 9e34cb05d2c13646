import { StetError, toWireError } from '../../src-shared/errors';

/** Whatever was thrown, as a StetError. */
export function asStetError(error: unknown): StetError {
  if (error instanceof StetError) return error;
  const { code, data } = toWireError(error);
  return new StetError(code, data, { cause: error });
}
