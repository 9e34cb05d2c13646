import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Grant } from '../../src-shared/desktop';
import { words } from '../words/words';

/** Where files are exported to: the folder picked here, or the last one. Picking answers null if given up. */
export function useExportFolder(): [Grant | null, () => Promise<Grant | null>] {
  const [picked, setPicked] = useState<Grant | null>(null);
  const { data: lastFolder = null } = useQuery({
    queryKey: ['lastExportFolder'],
    queryFn: () => window.stet.call('lastExportFolder', {}),
    staleTime: 0,
  });
  const pick = async (): Promise<Grant | null> => {
    const [grant] = await window.stet.call('pickExportFolder', {});
    if (grant) setPicked(grant);
    return grant ?? null;
  };
  return [picked ?? lastFolder, pick];
}

/** At the foot of a dialog: where its files go. */
export function ExportFolder({ folder }: { folder: Grant | null }) {
  return (
    <span className="export-folder">
      {folder ? words.finish.to(folder.name) : words.finish.noFolder}
    </span>
  );
}
