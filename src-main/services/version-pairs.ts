import {
  pairVersions,
  readVersion,
  type VersionPair,
  type VersionText,
} from '../../src-shared/quotation/version-pair';
import type { SourceText, SourceVersion } from '../library/sources';
import type { Context } from './context';

type StoredVersion = Pick<SourceVersion, 'id' | 'sourceId' | 'home'>;

/** Words take some thirty bytes for each character: so many are kept at most, and read again else. */
const KEPT = 4;

/** Versions read for comparing, in the order of their last use, by the texts of their library. */
const read = new WeakMap<Context['texts'], Map<string, VersionText>>();
const paired = new WeakMap<Context['texts'], Map<string, VersionPair>>();

/** The words of a stored version. Throws `library-damaged`. */
export function versionText(
  { texts }: Pick<Context, 'texts'>,
  version: StoredVersion,
): VersionText {
  return kept(read, texts, version.id, () => {
    const { text, locators } = texts.get(version);
    return readVersion(text, locators);
  });
}

/** Two stored versions beside each other. Throws `library-damaged`. */
export function storedPair(
  context: Pick<Context, 'texts'>,
  from: StoredVersion,
  to: StoredVersion,
): VersionPair {
  return kept(paired, context.texts, `${from.id} ${to.id}`, () =>
    pairVersions(versionText(context, from), versionText(context, to)),
  );
}

/** A stored version beside a text that is not stored yet. */
export function pairWith(
  context: Pick<Context, 'texts'>,
  from: StoredVersion,
  { text, locators }: SourceText,
): VersionPair {
  return pairVersions(versionText(context, from), readVersion(text, locators));
}

function kept<T>(
  all: WeakMap<Context['texts'], Map<string, T>>,
  texts: Context['texts'],
  key: string,
  make: () => T,
): T {
  const known = all.get(texts) ?? new Map<string, T>();
  all.set(texts, known);
  const value = known.get(key) ?? make();
  known.delete(key);
  known.set(key, value);
  const oldest = known.keys().next().value;
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return value;
}
