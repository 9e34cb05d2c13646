import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { onLines } from '../../src-shared/document/to-hast';
import { type Contact, telephoneAddress } from '../../src-shared/people/contact';
import { directionOf } from './direction';
import type { ExportInput } from './input';

/** How the people in the byline are reached, a line each; none where nobody asked for it (STANDARDS 1.2). */
export function contactAddress({ article, contacts = {} }: ExportInput): Element[] {
  const { credits } = article.byline;
  const dir = directionOf(article.language) === 'rtl' ? 'ltr' : null;
  const lines = credits.flatMap(({ id, name, personId }) => {
    const contact = contacts[id];
    // Somebody may be credited for two things.
    const isFirst = credits.find((one) => one.personId === personId && contacts[one.id])?.id === id;
    return contact && isFirst ? [h('p', [h('bdi', name), ': ', ...links(contact, dir)])] : [];
  });
  return lines.length > 0 ? [h('address', onLines(lines))] : [];
}

function links({ emails, telephones, urls }: Contact, dir: 'ltr' | null): ElementContent[] {
  const all = [
    ...emails.map((email) => [`mailto:${email}`, email] as const),
    ...telephones.map((telephone) => [telephoneAddress(telephone), telephone] as const),
    ...urls.map((url) => [url, url] as const),
  ];
  return all.flatMap(([href, text], index): ElementContent[] => [
    ...(index > 0 ? [{ type: 'text' as const, value: ', ' }] : []),
    h('a', { href, dir }, text),
  ]);
}
