import * as v from 'valibot';
import { properAddress } from '../document/links';

/** How somebody can be reached, each way as programs know it. */
export interface Contact {
  emails: string[];
  /** As they were written, without a label. */
  telephones: string[];
  /** Pages: http and https. */
  urls: string[];
}

/** What people write before an address. Of any other word nobody knows what it makes of what follows. */
const LABELS: Readonly<Record<keyof Contact, RegExp>> = {
  emails: /^(?:e-?mail|mail|courriel|correo)$/,
  telephones: /^(?:tel|phone|telephone|mobile|cell|office|telefon|mobil|tél|téléphone|teléfono)$/,
  urls: /^(?:web|website|page|url|site)$/,
};

const EmailSchema = v.pipe(v.string(), v.email());

/**
 * What of a person's e-mail address and of the text about how to reach them is recognisably an e-mail
 * address, a telephone number or the address of a page: each on a line of its own, or between
 * semicolons, with a label (`Tel.: …`) or none. Whatever else there is (postal addresses, messengers,
 * remarks) is left out: a wrong guess would publish what nobody meant to.
 */
export function readContact(email: string | null, text: string | null): Contact {
  const contact: Contact = { emails: [], telephones: [], urls: [] };
  for (const piece of [email ?? '', ...(text ?? '').split(/[\n\r;]+/)]) {
    const found = recognise(piece.normalize('NFC').replace(/\s+/g, ' ').trim());
    if (!found) continue;
    const [kind, value] = found;
    const isKnown = contact[kind].some((one) => one.toLowerCase() === value.toLowerCase());
    if (!isKnown) contact[kind].push(value);
  }
  return contact;
}

/** True where there is nothing that could be exported. */
export function isWithoutContact({ emails, telephones, urls }: Contact): boolean {
  return emails.length + telephones.length + urls.length === 0;
}

/** As data have them: one by itself, several as a list; undefined where there is none. */
export function oneOrAll<Value>(values: readonly Value[]): Value | readonly Value[] | undefined {
  return values.length > 1 ? values : values[0];
}

/** The address that a telephone number is called at (RFC 3966): its digits, and the plus if it has one. */
export function telephoneAddress(telephone: string): string {
  // "(0)" is what callers from abroad leave out.
  const number = telephone.startsWith('+') ? telephone.replace('(0)', '') : telephone;
  return `tel:${number.startsWith('+') ? '+' : ''}${number.replace(/\D/g, '')}`;
}

function recognise(piece: string): [keyof Contact, string] | null {
  const [, label = null, said = ''] = /^(?:([\p{L}-]+)\.?:? )?(.*)$/u.exec(piece) ?? [];
  const value = said.replace(/^(?:mailto|tel):/i, '').replace(/^<(.*)>$/, '$1');
  const kind = kindOf(value, label !== null);
  if (kind === null) return null;
  if (label !== null && !LABELS[kind].test(label.toLowerCase())) return null;
  return [kind, kind === 'urls' ? pageAddress(value) : value];
}

function kindOf(value: string, isLabelled: boolean): keyof Contact | null {
  if (v.safeParse(EmailSchema, value).success) return 'emails';
  if (isTelephone(value, isLabelled)) return 'telephones';
  return isPage(value) ? 'urls' : null;
}

/**
 * 7 to 15 digits (ITU-T E.164), grouped as numbers are. Without a label they have to begin as numbers
 * do, or be grouped as in North America: postcodes, dates and accounts are digits too.
 */
function isTelephone(value: string, isLabelled: boolean): boolean {
  const digits = value.replace(/\D/g, '').length;
  if (digits < 7 || digits > 15) return false;
  if (!/^\+?(?:\d+|\(\d+\))(?:[ \u00a0./-]{1,2}\d+|[ \u00a0-]?\(\d+\)|(?<=\))\d+)*$/.test(value))
    return false;
  if (/^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/.test(value)) return false;
  return isLabelled || /^(?:\+|0|\(|\d{3}[-. ]\d{3}[-. ]\d{4}$)/.test(value);
}

/** Of names and passwords before a host nothing is exported, and so not of such an address. */
function isPage(value: string): boolean {
  return /^(?:https?:\/\/|www\.)[^\s/?#@]+\.[^\s/?#@.]{2,}(?:[/?#]\S*)?$/i.test(value);
}

function pageAddress(value: string): string {
  return properAddress(/^www\./i.test(value) ? `https://${value}` : value);
}
