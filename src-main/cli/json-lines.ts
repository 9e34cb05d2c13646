import type { Readable } from 'node:stream';
import * as v from 'valibot';
import { type Io, write } from './io';

/**
 * Answers a stream of JSON lines, one line out for each line in, in one process and without holding
 * more than a line. A line that cannot be answered gives `{line, id?, error}`, and the stream goes
 * on; empty lines are passed over.
 */
export async function answerLines<Schema extends v.GenericSchema>(
  io: Io,
  schema: Schema,
  answer: (input: v.InferOutput<Schema>) => object | Promise<object>,
): Promise<void> {
  let number = 0;
  for await (const line of linesOf(io.stdin)) {
    number++;
    if (line.trim() === '') continue;
    await write(io.stdout, `${JSON.stringify(await answerLine(line, number, schema, answer))}\n`);
  }
}

async function answerLine<Schema extends v.GenericSchema>(
  line: string,
  number: number,
  schema: Schema,
  answer: (input: v.InferOutput<Schema>) => object | Promise<object>,
): Promise<object> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { line: number, error: 'this line is not JSON' };
  }
  const parsed = v.safeParse(schema, json);
  const id = (json as { id?: unknown } | null)?.id;
  const named = id === undefined ? { line: number } : { line: number, id };
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = v.getDotPath(issue);
    return { ...named, error: path ? `${path}: ${issue.message}` : issue.message };
  }
  try {
    return await answer(parsed.output);
  } catch (error) {
    return { ...named, error: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The lines of a stream, ended by LF or CR LF. Not `node:readline`, which also breaks at U+2028 and
 * U+2029: JSON may hold them as they are.
 */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let rest = '';
  let isFirst = true;
  for await (const chunk of input as AsyncIterable<string>) {
    const pieces = (isFirst ? chunk.replace(/^\uFEFF/, '') : chunk).split('\n');
    isFirst = false;
    pieces[0] = rest + pieces[0];
    rest = pieces.pop() ?? '';
    yield* pieces;
  }
  if (rest !== '') yield rest;
}
