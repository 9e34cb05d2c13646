import PostalMime from 'postal-mime';
import { oneLine } from '../document/imported';
import { StetError } from '../errors';
import type { Extraction } from '../model/source';
import { messageSource } from './eml';

/** "From olive@example.org Tue May  5 10:12:00 2026", the line in front of each message. */
const FROM_LINE = /^From \S.*(?:\d{1,2}:\d{2}|\b\d{4}\b)/;
const NEWLINE = 0x0a;

/**
 * Reads a mailbox: one source a message, its `part` the Message-ID, or the number of the message
 * where there is none. A message that cannot be read is left out, as long as others can.
 */
export async function extractMbox(bytes: Uint8Array, name: string): Promise<Extraction[]> {
  const found: Extraction[] = [];
  const seen = new Map<string, number>();
  let failure: unknown = null;
  let number = 0;
  for (const message of messagesOf(bytes)) {
    number += 1;
    try {
      const email = await PostalMime.parse(message);
      const id = oneLine(email.messageId?.replace(/^<|>$/g, '')) ?? `${number}`;
      const times = (seen.get(id) ?? 0) + 1;
      seen.set(id, times);
      const part = times === 1 ? id : `${id} (${times})`;
      found.push({ ...(await messageSource(email, name)), part });
    } catch (error) {
      failure = error;
    }
  }
  if (number === 0) throw new StetError('file-unreadable', { name });
  if (found.length === 0 && failure !== null) throw failure;
  return found;
}

/** The messages without the lines in front of them. */
function* messagesOf(bytes: Uint8Array): Generator<Uint8Array, void> {
  let start: number | null = null;
  for (const line of fromLines(bytes)) {
    if (start !== null) yield withoutMarks(bytes.subarray(start, line.start));
    start = line.end;
  }
  if (start !== null) yield withoutMarks(bytes.subarray(start));
}

function* fromLines(bytes: Uint8Array): Generator<{ start: number; end: number }, void> {
  for (let at = 0; at < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, at);
    const end = newline < 0 ? bytes.length : newline + 1;
    if (bytes[at] === 0x46 && isAfterBlank(bytes, at)) {
      const line = String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 300)));
      if (FROM_LINE.test(line)) yield { start: at, end };
    }
    at = end;
  }
}

/** A line of a letter may begin with "From" too: the real one stands after an empty line. */
function isAfterBlank(bytes: Uint8Array, at: number): boolean {
  if (at === 0) return true;
  const before = bytes[at - 2] === 0x0d ? at - 3 : at - 2;
  return before < 0 || bytes[before] === NEWLINE;
}

/** Mail programs write `>From` where a line of a letter begins with "From". */
function withoutMarks(message: Uint8Array): Uint8Array {
  const marks: number[] = [];
  for (let at = 0; at >= 0 && at < message.length; at = nextLine(message, at)) {
    let end = at;
    while (message[end] === 0x3e) end += 1;
    const isMark =
      end > at &&
      message[end] === 0x46 &&
      String.fromCharCode(...message.subarray(end, end + 5)) === 'From ';
    if (isMark) marks.push(at);
  }
  if (marks.length === 0) return message;
  const clean = new Uint8Array(message.length - marks.length);
  let from = 0;
  let to = 0;
  for (const mark of [...marks, message.length]) {
    clean.set(message.subarray(from, mark), to);
    to += mark - from;
    from = mark + 1;
  }
  return clean;
}

function nextLine(bytes: Uint8Array, at: number): number {
  const newline = bytes.indexOf(NEWLINE, at);
  return newline < 0 ? -1 : newline + 1;
}
