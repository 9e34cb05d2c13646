import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { ThemeSchema, USUAL_VIEW, ViewSchema } from '../src-shared/desktop';
import { IdSchema } from '../src-shared/model/common';

/** Where a window stands on the screen. */
const PlaceSchema = v.object({
  x: v.number(),
  y: v.number(),
  width: v.number(),
  height: v.number(),
  maximized: v.boolean(),
});
export type WindowPlace = v.InferOutput<typeof PlaceSchema>;

/** What Stet remembers on this computer, outside any library. */
const SettingsSchema = v.object({
  theme: v.fallback(ThemeSchema, 'system'),
  view: v.fallback(
    v.pipe(
      v.looseObject({}),
      // What an earlier version did not know of yet is as usual.
      v.transform((view) => ({ ...USUAL_VIEW, ...view })),
      ViewSchema,
    ),
    USUAL_VIEW,
  ),
  libraryFolder: v.fallback(v.nullable(v.string()), null),
  exportFolder: v.fallback(v.nullable(v.string()), null),
  bounds: v.fallback(v.nullable(PlaceSchema), null),
  /** The windows that are open, while there are several: each with its article and its place. */
  windows: v.fallback(
    v.nullable(
      v.object({
        library: v.string(),
        open: v.array(v.object({ articleId: v.nullable(IdSchema), place: PlaceSchema })),
      }),
    ),
    null,
  ),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

export interface SettingsFile {
  get(): Settings;
  /** Writes through to disk; a disk that refuses costs the setting, never the work. */
  set(change: Partial<Settings>): void;
}

/** Reads `settings.json` of the folder; a missing or damaged file gives the defaults. */
export function openSettings(folder: string): SettingsFile {
  const path = join(folder, 'settings.json');
  let current = read(path);
  return {
    get: () => current,
    set(change) {
      current = { ...current, ...change };
      try {
        writeFileAtomic(path, `${JSON.stringify(current, null, 2)}\n`);
      } catch (error) {
        console.error('Settings could not be written:', error);
      }
    },
  };
}

function read(path: string): Settings {
  let json: unknown = {};
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // First start, or a file cut short by a crash of an older version: the defaults serve.
  }
  const parsed = v.safeParse(SettingsSchema, json);
  return parsed.success ? parsed.output : v.parse(SettingsSchema, {});
}
