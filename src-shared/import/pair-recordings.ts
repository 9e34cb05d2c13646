import { recordingType, SOURCE_EXTENSIONS } from '../file-kinds';

export interface RecordingPairs {
  /** For each file its recording, as an index into the same list; null where it has none. */
  recordingOf: (number | null)[];
  /** Recordings with no words beside them. */
  alone: number[];
  /** Recordings whose words have another recording already: sound taken from a film, for one. */
  spare: number[];
}

/** Endings whose files hold what was said: a saved page or a list of books does not. */
const WORDS = new Set<string>([
  ...SOURCE_EXTENSIONS.filter(
    (one) => !['mhtml', 'mht', 'eml', 'mbox', 'ris', 'bib'].includes(one),
  ),
]);

interface Name {
  index: number;
  folder: string;
  base: string;
  extension: string;
}

/**
 * Finds the words that belong to each recording among files that come in together: files of the same
 * folder and name, as `hearing.mp3` with `hearing.vtt`. `hearing.en.vtt` (a language) and
 * `hearing.mp3.json` belong to it too, as programs that transcribe and download name them. All the
 * transcripts of a recording have it; its bytes are kept once.
 *
 * @param paths names, or paths with `/` or `\`; letters' case does not count in names.
 */
export function pairRecordings(paths: readonly string[]): RecordingPairs {
  const names = paths.map(parse);
  const recordings = names.filter(({ extension }) => recordingType(`x.${extension}`) !== null);
  const byName = new Map<string, Name[]>();
  for (const recording of recordings) {
    for (const key of [recording.base, `${recording.base}.${recording.extension}`]) {
      const place = `${recording.folder}\n${key}`;
      byName.set(place, [...(byName.get(place) ?? []), recording]);
    }
  }
  const used = new Set<number>();
  const rivals = new Set<number>();
  const recordingOf = names.map(({ folder, base, extension }) => {
    if (!WORDS.has(extension)) return null;
    const bases = [base, base.replace(/\.[a-z]{2,3}(?:[-_][a-z0-9]{2,8})?$/, '')];
    const found = bases.flatMap((one) => byName.get(`${folder}\n${one}`) ?? []);
    const [first, ...others] = found;
    if (!first) return null;
    used.add(first.index);
    for (const { index } of others) rivals.add(index);
    return first.index;
  });
  const left = recordings.filter(({ index }) => !used.has(index)).map(({ index }) => index);
  return {
    recordingOf,
    alone: left.filter((index) => !rivals.has(index)),
    spare: left.filter((index) => rivals.has(index)),
  };
}

function parse(path: string, index: number): Name {
  const cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  const name = path
    .slice(cut + 1)
    .normalize('NFC')
    .toLowerCase();
  const dot = name.lastIndexOf('.');
  return {
    index,
    folder: path.slice(0, cut + 1),
    base: dot > 0 ? name.slice(0, dot) : name,
    extension: dot > 0 ? name.slice(dot + 1) : '',
  };
}
