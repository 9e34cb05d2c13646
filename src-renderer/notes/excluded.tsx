import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { ExcludedStretch } from '../../src-shared/model/note';
import type { Span } from '../../src-shared/model/span';
import { noteWords } from '../words/notes';

const NOTHING: readonly ExcludedStretch[] = [];

/** What of the text that is read must not be used. */
export const ExcludedContext = createContext<readonly ExcludedStretch[]>(NOTHING);

/** What within a stretch of the text must not be used. */
export function useExcluded({ start, end }: Span): readonly ExcludedStretch[] {
  const excluded = useContext(ExcludedContext);
  return useMemo(
    () =>
      excluded.length === 0
        ? NOTHING
        : excluded.filter((stretch) => stretch.start < end && stretch.end > start),
    [excluded, start, end],
  );
}

/** Words that must not be used, struck, with the reason; any others (`reason` is null) as they are. */
export function Excluded({ reason, children }: { reason: string | null; children: ReactNode }) {
  if (reason === null) return children;
  const said = noteWords.excludedMark(reason);
  return (
    <del className="excluded" title={said} aria-description={said}>
      {children}
    </del>
  );
}
