import PostalMime, { type Address, type Email } from 'postal-mime';
import { dateFrom } from '../document/date';
import { oneLine } from '../document/imported';
import { StetError } from '../errors';
import type { Extraction } from '../model/source';
import { guessLanguage } from '../quotation/detect/language';
import { cslDate, cslMetadata, cslName } from './csl';
import { layOut, type SourceParagraph } from './layout';
import { mailParagraphs } from './mail-text';

const ENCRYPTED =
  /^(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime(?!.*smime-type="?signed))/is;

/** In characters: nobody writes a letter of a thousand pages, and each of its lines takes memory. */
const LONGEST_LETTER = 5_000_000;

/**
 * Reads a saved e-mail: its plain text, else the words of its HTML. The sender is who says what is
 * not quoted from an earlier letter; attachments are named after the text. Throws `file-protected`
 * for an encrypted letter.
 */
export async function extractEml(bytes: Uint8Array, name: string): Promise<Extraction> {
  return messageSource(await PostalMime.parse(bytes), name);
}

/** The source in a parsed message. */
export async function messageSource(email: Email, name: string): Promise<Extraction> {
  const header = (key: string) => email.headers.find((one) => one.key === key)?.value ?? '';
  const text = email.text?.replace(/\r\n?/g, '\n').replaceAll('\u0000', '') ?? '';
  const isLocked =
    ENCRYPTED.test(header('content-type')) ||
    /^-----BEGIN PGP MESSAGE-----/m.test(text.slice(0, 4096));
  if (isLocked) throw new StetError('file-protected', { name });
  const { length } = text.trim() === '' ? (email.html ?? '') : text;
  if (length > LONGEST_LETTER) throw new StetError('file-too-large', { name });
  const sender = oneLine(nameOf(email.from ?? email.sender));
  const paragraphs =
    text.trim() === '' && email.html !== undefined
      ? await htmlParagraphs(email.html, sender)
      : mailParagraphs(text, sender);
  const laidOut = layOut([...paragraphs, ...attachmentLine(email)]);
  const subject = oneLine(email.subject);
  // The day where it was written: the parsed date is that of Greenwich.
  const date = dateFrom(header('date')) ?? dateFrom(email.date ?? '');
  const metadata = cslMetadata({
    type: 'personal_communication',
    genre: 'E-mail',
    title: subject,
    author: sender === null ? [] : [cslName(sender)],
    recipient: [...(email.to ?? []), ...(email.cc ?? [])].flatMap((one) => {
      const recipient = oneLine(nameOf(one) || one.address);
      return recipient === null ? [] : [cslName(recipient)];
    }),
    issued: date === null ? null : cslDate(date),
  });
  return {
    title: subject,
    kind: 'email',
    medium: 'written',
    language: guessLanguage(laidOut.text),
    date,
    url: null,
    creator: sender,
    ...(metadata ? { metadata } : {}),
    ...laidOut,
  };
}

function nameOf(address: Address | undefined): string | null {
  const name = address?.name?.replace(/^['"]+|['"]+$/g, '') ?? '';
  // Offices write "Marsh, Olive".
  return name.replace(/^([\p{L}'’-]+), ([\p{L}'’.-]+(?: [\p{L}'’.-]+)?)$/u, '$2 $1') || null;
}

async function htmlParagraphs(html: string, sender: string | null): Promise<SourceParagraph[]> {
  const { htmlLines } = await import('./html');
  let writer = sender;
  return htmlLines(html).map((text) => {
    const paragraph = { ...(writer === null ? {} : { speaker: writer }), segments: [{ text }] };
    // Below such a line stands an earlier letter; where it ends HTML does not say.
    if (/^(?:On|Am|Le|El|Il|Em|Op|Den)\b.*:$/.test(text) || /^-{3,}.*-{3,}$/.test(text))
      writer = null;
    return paragraph;
  });
}

/** Pictures inside a letter are part of its looks. */
function attachmentLine({ attachments }: Email): SourceParagraph[] {
  const names = attachments.flatMap(({ filename, disposition, related }) =>
    filename && !(related && disposition !== 'attachment') ? [oneLine(filename)] : [],
  );
  return names.length === 0
    ? []
    : [
        {
          segments: [
            { text: `[${names.length === 1 ? 'Attachment' : 'Attachments'}: ${names.join(', ')}]` },
          ],
        },
      ];
}
