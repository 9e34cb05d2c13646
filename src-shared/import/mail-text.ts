import { oneLine } from '../document/imported';
import type { SourceParagraph } from './layout';
import { paragraphsOf, widestLine } from './lines';

const QUOTE_MARKS = /^(?:>[ \t]?)+/;
/** "On 5 May 2026, at 10:12, Olive Marsh <olive@example.org> wrote:", also in other languages. */
const NAME_BEFORE =
  /(?:^|[,:\d]\s*|\bhat\s|\ble\s|\sPM\s|\sAM\s)["“]?([\p{L}][^,:<>"”\d]*?)["”]?\s*<[^<>]*>\s*(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev)\s*:$/u;
const NAME_AFTER =
  /\b(?:schrieb|escribió|schreef|skrev)\s+["“]?([\p{L}][^,:<>"”\d]*?)["”]?\s*(?:<[^<>]*>)?\s*:$/u;

/** The name of `"Mara Lind" <mara@example.org>`; an address alone is nobody's name. */
export function senderName(from: string): string | null {
  const name = from
    .replace(/<[^>]*>|\[mailto:[^\]]*\]|\S+@\S+/g, '')
    .replace(/^[\s"']+|[\s"',;]+$/g, '');
  return oneLine(name);
}

/**
 * The paragraphs of a letter with who wrote them: the sender, and of an earlier letter quoted below
 * whoever its introduction names. Marks of quoting (`> `) are taken off the lines.
 */
export function mailParagraphs(body: string, sender: string | null): SourceParagraph[] {
  let quotedFrom: string | null = null;
  const letters = stretches(body);
  const isAlone = letters.length === 1;
  const width = letters.reduce((widest, { text }) => Math.max(widest, widestLine(text)), 0);
  return letters.flatMap(({ depth, text }) => {
    const paragraphs = isAlone ? paragraphsOf(text) : paragraphsOf(text, width);
    const writer = depth === 0 ? sender : depth === 1 ? quotedFrom : null;
    const introduction = oneLine(paragraphs.at(-1));
    if (depth === 0 && introduction !== null) quotedFrom = quotedName(introduction);
    return paragraphs.map((paragraph) => ({
      ...(writer === null ? {} : { speaker: writer }),
      segments: [{ text: paragraph }],
    }));
  });
}

function quotedName(introduction: string): string | null {
  return oneLine((NAME_BEFORE.exec(introduction) ?? NAME_AFTER.exec(introduction))?.[1]);
}

/** Lines that are quoted equally deep, together. */
function stretches(body: string): { depth: number; text: string }[] {
  const found: { depth: number; lines: string[] }[] = [];
  for (const line of body.split('\n')) {
    const marks = QUOTE_MARKS.exec(line)?.[0] ?? '';
    const depth = marks.split('>').length - 1;
    const last = found.at(-1);
    if (last && (last.depth === depth || line.trim() === ''))
      last.lines.push(line.slice(marks.length));
    else found.push({ depth, lines: [line.slice(marks.length)] });
  }
  return found.map(({ depth, lines }) => ({ depth, text: lines.join('\n') }));
}
