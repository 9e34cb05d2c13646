import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** Where a command reads and writes: `process`, or streams of a test. */
export interface Io {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
}

/** What a command answers the shell with. */
export const EXIT = { done: 0, open: 1, failed: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** One run of the command; a command that does not end well says so in `exitCode`. */
export interface Run {
  io: Io;
  exitCode: ExitCode;
}

/** Writes text and waits until the stream takes more, so that a long stream never piles up in memory. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

/** Writes a value as indented JSON, which a person can read and a script can parse. */
export async function writeJson(io: Io, value: unknown): Promise<void> {
  await write(io.stdout, `${JSON.stringify(value, null, 2)}\n`);
}

/** Writes one line about a failure or a remark to the error stream. */
export async function complain(io: Io, line: string): Promise<void> {
  await write(io.stderr, `stet: ${line}\n`);
}
