import { listExportPresets, removeExportPreset, saveExportPreset } from '../library/export-presets';
import { write } from '../library/write';
import type { Handlers } from './context';

export const exportPresets = {
  'exportPresets.list': ({ library }) => listExportPresets(library.db),

  'exportPresets.save': ({ library }, details) =>
    write(library, (transaction) => ({ presetId: saveExportPreset(transaction, details) })),

  'exportPresets.remove': ({ library }, { presetId }) => {
    write(library, (transaction) => removeExportPreset(transaction, presetId, true));
    return {};
  },

  'exportPresets.restore': ({ library }, { presetId }) => {
    write(library, (transaction) => removeExportPreset(transaction, presetId, false));
    return {};
  },
} satisfies Partial<Handlers>;
