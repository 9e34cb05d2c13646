import { isReadable } from './readable';
import { hasLabels } from './source';

/** What is true of a whole source, whatever is quoted from it. */
export interface SourceFacts {
  readable: boolean;
  /** Its turns begin with the names of speakers. */
  labelled: boolean;
}

/** The last sources asked about: hundreds of quotations are judged against the same one. */
const KEPT = 8;
const known: { source: string; spoken: boolean; facts: SourceFacts }[] = [];

/** Looks at a source as a whole; the answer is kept for the last few sources. */
export function factsOf(source: string, spoken: boolean): SourceFacts {
  const at = known.findIndex((one) => one.spoken === spoken && one.source === source);
  const found = known[at] ?? {
    source,
    spoken,
    facts: { readable: isReadable(source), labelled: hasLabels(source, spoken) },
  };
  if (at > 0) known.splice(at, 1);
  if (at !== 0) known.unshift(found);
  if (known.length > KEPT) known.pop();
  return found.facts;
}
