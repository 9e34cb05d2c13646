import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FirstKind } from '../../src-shared/contract/versions';
import { attempt } from '../actions';
import { call } from '../bridge';
import { keys, queryClient } from '../queries/client';
import { Button } from '../ui/button';
import { importWords } from '../words/imports';
import { words } from '../words/words';

/** Which of the sources that came in are transcripts, and which of these a machine made. */
export function useTranscriptKinds(sourceIds: readonly string[]) {
  const queryKey = [...keys.transcripts, sourceIds];
  const { data } = useQuery({
    queryKey,
    queryFn: () => call('sources.transcripts', { sourceIds: [...sourceIds] }),
    gcTime: 0,
  });
  const [undone, setUndone] = useState<readonly FirstKind[] | null>(null);
  const transcripts = data ?? [];
  const put = (kinds: readonly FirstKind[]) =>
    attempt(async () => {
      const { previous } = await call('sources.setFirstKinds', { kinds: [...kinds] });
      setUndone(previous);
      await Promise.all(
        [queryKey, ['sources.read']].map((key) => queryClient.invalidateQueries({ queryKey: key })),
      );
    });
  return {
    transcripts,
    isByMachine: new Map(transcripts.map(({ sourceId, kind }) => [sourceId, kind === 'machine'])),
    /** Says of some that a machine made them, or that none did. */
    set: (ids: readonly string[], isByMachine: boolean) =>
      void put(ids.map((sourceId) => ({ sourceId, kind: isByMachine ? 'machine' : 'extraction' }))),
    /** Takes the last change back; null where there was none. */
    undo:
      undone === null
        ? null
        : () => {
            void put(undone).then(() => setUndone(null));
          },
  };
}

type TranscriptKinds = ReturnType<typeof useTranscriptKinds>;

/** Says of all transcripts that came in whether a machine made them, and takes that back. */
export function AllTranscripts({ kinds }: { kinds: TranscriptKinds }) {
  const { transcripts, set, undo } = kinds;
  if (transcripts.length === 0) return null;
  const ids = transcripts.map(({ sourceId }) => sourceId);
  const made = transcripts.filter(({ kind }) => kind === 'machine').length;
  const isAll = made === transcripts.length;
  return (
    <div className="import-transcripts">
      <span role="status">{importWords.transcripts(transcripts.length, made)}</span>
      {undo ? (
        <Button small onPress={undo}>
          {words.undo}
        </Button>
      ) : null}
      {transcripts.length > 1 && !isAll ? (
        <Button small onPress={() => set(ids, true)}>
          {importWords.allByMachine}
        </Button>
      ) : null}
    </div>
  );
}

/** The same of one of them; nothing where it is no transcript. */
export function ByMachine({
  sourceId,
  name,
  kinds,
}: {
  sourceId: string;
  name: string;
  kinds: TranscriptKinds;
}) {
  const isByMachine = kinds.isByMachine.get(sourceId);
  if (isByMachine === undefined) return null;
  return (
    <label className="import-by-machine">
      <input
        type="checkbox"
        checked={isByMachine}
        aria-label={importWords.byMachineOf(name)}
        onChange={(event) => kinds.set([sourceId], event.target.checked)}
      />
      {importWords.byMachine}
    </label>
  );
}
