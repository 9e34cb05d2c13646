import type { Database } from 'better-sqlite3';
import * as v from 'valibot';
import {
  type ExportPreset,
  type ExportPresetDetails,
  ExportPresetSchema,
} from '../../src-shared/contract/export-presets';
import { EXPORT_FORMATS } from '../../src-shared/contract/exports';
import { prepare } from './sqlite';
import { insertRow, newId, timeOf, updateRow, type Write } from './write';

interface PresetRow {
  id: string;
  name: string;
  formats: string;
  profile: string;
  bundle: number;
  with_contact: number;
}

/** Presets that were not removed, by name. */
export function listExportPresets(db: Database): ExportPreset[] {
  return prepare<PresetRow>(
    db,
    `SELECT id, name, formats, profile, bundle, with_contact FROM main.export_preset
     WHERE deleted_at IS NULL`,
  )
    .all()
    .flatMap((row) => {
      const named = v.safeParse(v.array(v.string()), JSON.parse(row.formats));
      // A newer Stet may know forms that this one does not.
      const formats = EXPORT_FORMATS.filter((one) => named.success && named.output.includes(one));
      const preset = v.safeParse(ExportPresetSchema, {
        ...row,
        formats,
        bundle: row.bundle === 1,
        withContact: row.with_contact === 1,
      });
      return preset.success ? [preset.output] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** Adds a preset, or changes the one of the same name; answers its id. */
export function saveExportPreset(write: Write, details: ExportPresetDetails): string {
  const columns = {
    name: details.name,
    formats: JSON.stringify(details.formats),
    profile: details.profile,
    bundle: Number(details.bundle),
    with_contact: Number(details.withContact),
  };
  const known = listExportPresets(write.db).find(({ name }) => name === details.name);
  if (known) {
    updateRow(write, 'export_preset', { id: known.id }, columns);
    return known.id;
  }
  const id = newId();
  insertRow(write, 'export_preset', { id, ...columns });
  return id;
}

/** Removes a preset, or brings it back; throws `not-found`. */
export function removeExportPreset(write: Write, id: string, isRemoved: boolean): void {
  updateRow(write, 'export_preset', { id }, { deleted_at: isRemoved ? timeOf(write) : null });
}
