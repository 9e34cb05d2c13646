import { dateFrom } from '../document/date';
import { oneLine } from '../document/imported';
import type { Extraction } from '../model/source';
import { guessLanguage } from '../quotation/detect/language';
import { layOut } from './layout';
import { mailParagraphs, senderName } from './mail-text';

const FIELD = /^([\p{L}][\p{L}-]*(?: \p{L}+)?)\s?:[ \t]+(.*)$/u;
const FROM = /^(?:from|von|de|da|van|från)$/i;
const SUBJECT = /^(?:subject|betreff|objet|asunto|oggetto|onderwerp|ämne|assunto)$/i;
const DATE = /^(?:date|sent|datum|gesendet|envoyé|fecha|enviado|data|inviato|verzonden|skickat)$/i;

/**
 * Reads an e-mail saved as text: header lines (From, To, Date, Subject, in the languages of common
 * mail programs), an empty line, the letter. Answers null for what is none. The header lines are
 * kept as details and left out of the text; marks of quoted letters (`> `) are taken off the lines.
 */
export function extractEmail(text: string): Extraction | null {
  const lines = text.split('\n');
  let index = lines.findIndex((line) => line.trim() !== '' && !/^-{3,}.*-{3,}$/.test(line.trim()));
  const fields: { name: string; value: string }[] = [];
  for (; index >= 0 && index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line.trim() === '') break;
    const last = fields.at(-1);
    if (last && /^[ \t]/.test(line)) {
      last.value += ` ${line.trim()}`;
      continue;
    }
    const field = FIELD.exec(line);
    if (!field?.[1]) return null;
    fields.push({ name: field[1], value: field[2] ?? '' });
  }
  const value = (name: RegExp) => fields.find((field) => name.test(field.name))?.value ?? null;
  const from = value(FROM);
  const subject = value(SUBJECT);
  const date = value(DATE);
  if (from === null || (subject === null && date === null)) return null;
  const creator = senderName(from);
  const laidOut = layOut(mailParagraphs(lines.slice(index).join('\n'), creator));
  return {
    title: oneLine(subject),
    kind: 'email',
    medium: 'written',
    language: guessLanguage(laidOut.text),
    date: date === null ? null : dateFrom(date),
    url: null,
    creator,
    ...laidOut,
  };
}
