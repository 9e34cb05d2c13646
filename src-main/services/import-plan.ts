import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Output, ParsedInput } from '../../src-shared/contract';
import type { ErrorCode } from '../../src-shared/errors';
import type { Context, Job } from './context';
import { walkFolder } from './folder-walk';
import { pathsBehind } from './grants';
import { withRecordings, withRecordingsBeside } from './import-recordings';
import { fileCodeOf, nameOf } from './incoming';

/** A file that is to come in. */
export interface Entry {
  /** Which of the files, or folders, that were given it is. */
  index: number;
  /** For showing. */
  name: string;
  /** Where it is; null for one that has no place on disk, or is not known. */
  path: string | null;
  bytes: Uint8Array | null;
  /** Why it cannot come in, where that is known beforehand. */
  code: ErrorCode | null;
  /** Where the recording of its words is, if one came with it. */
  recording?: string;
}

export interface Plan {
  entries: Entry[];
  skipped: Output<'sources.import'>['skipped'];
  /** Imports that this one goes on with: what they waited for is its own now. */
  continues: readonly string[];
}

/** The files of an import, those beneath its folders too. */
export async function planImport(
  context: Context,
  { files, folders }: Pick<ParsedInput<'sources.import'>, 'files' | 'folders'>,
  job: Job,
): Promise<Plan> {
  const plan: Plan = { entries: [], skipped: [], continues: [] };
  const tokens = files.flatMap((file) => (file.from === 'granted' ? [file.token] : []));
  await pathsBehind(context.grants.files, tokens);
  for (const [index, file] of files.entries()) {
    const path = file.from === 'granted' ? (context.grants.files.get(file.token) ?? null) : null;
    const bytes = file.from === 'bytes' ? file.bytes : null;
    const code = path === null && bytes === null ? 'not-found' : null;
    plan.entries.push({ index, name: nameOf(context, file), path, bytes, code });
  }
  const paths = await pathsBehind(context.grants.folders, folders);
  for (const [number, path] of paths.entries()) {
    await planFolder(plan, files.length + number, path, job);
  }
  plan.entries = withRecordings(plan.entries);
  return plan;
}

async function planFolder(plan: Plan, index: number, folder: string | null, job: Job) {
  if (folder === null) {
    plan.skipped.push({ index, name: '', code: 'not-found' });
    return;
  }
  const name = basename(folder);
  try {
    const found = await walkFolder(folder, () => !job.cancelled);
    for (const file of found.files) {
      plan.entries.push({ index, ...file, name: `${name}/${file.name}`, bytes: null, code: null });
    }
    for (const one of found.skipped) {
      plan.skipped.push({
        index,
        name: one.name === '.' ? name : `${name}/${one.name}`,
        code: one.code,
      });
    }
  } catch (error) {
    plan.skipped.push({ index, name, code: fileCodeOf(error) });
  }
}

/** The files with these paths. */
export async function planPaths(
  paths: readonly string[],
  continues: readonly string[] = [],
): Promise<Plan> {
  const entries = paths.map((path, index) => ({
    index,
    name: basename(path),
    path,
    bytes: null,
    code: null,
  }));
  return { entries: await withRecordingsBeside(entries), skipped: [], continues };
}

const LOOKED_AT_ONCE = 32;

/** How large the files are, in bytes, found out ahead of reading them. */
export class Sizes {
  /** Of all files; null until that is known. */
  total: number | null = null;
  private readonly sizes: number[] = [];
  private waiting: (() => void)[] = [];

  constructor(
    private readonly entries: readonly Entry[],
    private readonly job: Job,
  ) {
    void this.look();
  }

  /** Of one file; undefined until that is known, and 0 for one that cannot be looked at. */
  of(number: number): number | undefined {
    return this.sizes[number];
  }

  /** Resolves when the size of the file is known. */
  async until(number: number): Promise<void> {
    while (this.sizes[number] === undefined && !this.job.cancelled) {
      await new Promise<void>((done) => this.waiting.push(done));
    }
  }

  private async look(): Promise<void> {
    let total = 0;
    while (this.sizes.length < this.entries.length && !this.job.cancelled) {
      const next = this.entries.slice(this.sizes.length, this.sizes.length + LOOKED_AT_ONCE);
      for (const size of await Promise.all(next.map(sizeOf))) {
        this.sizes.push(size);
        total += size;
      }
      for (const done of this.waiting.splice(0)) done();
    }
    this.total = total;
    for (const done of this.waiting.splice(0)) done();
  }
}

async function sizeOf({ path, bytes }: Entry): Promise<number> {
  if (bytes) return bytes.byteLength;
  if (path === null) return 0;
  return stat(path).then(
    (stats) => (stats.isFile() ? stats.size : 0),
    () => 0,
  );
}
