import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { onTestFinished } from 'vitest';
import type { ExitCode } from './io';
import { run } from './program';

/** Runs a command line as a shell would, with `input` on its standard input. */
export async function stet(
  argv: readonly string[],
  input: string | readonly Buffer[] = '',
): Promise<{ code: ExitCode; out: string; err: string }> {
  const out = new Collector();
  const err = new Collector();
  const stdin = Readable.from(typeof input === 'string' ? [Buffer.from(input)] : input, {
    objectMode: false,
  });
  const code = await run(argv, { stdin, stdout: out, stderr: err });
  // As at the end of a process: what is still on its way arrives.
  await Promise.all([finished(out.end()), finished(err.end())]);
  return { code, out: out.text(), err: err.text() };
}

class Collector extends Writable {
  private readonly chunks: Buffer[] = [];
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.chunks.push(chunk);
    // Answers late, as a pipe does, so that a command that does not wait would be found out.
    setImmediate(done);
  }
  text(): string {
    return Buffer.concat(this.chunks).toString('utf8');
  }
}

/** An empty folder, removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stet-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
