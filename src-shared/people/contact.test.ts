import { expect, test } from 'vitest';
import { isWithoutContact, readContact, telephoneAddress } from './contact';
import cases from './fixtures/contact-cases.json';

interface Case {
  email?: string;
  text: string;
  emails?: string[];
  telephones?: string[];
  urls?: string[];
}

test.each(cases as Case[])('“$text” has what is recognisably an address in it', (one) => {
  const { email = null, text, emails = [], telephones = [], urls = [] } = one;
  const found = readContact(email, text);
  expect(found).toEqual({ emails, telephones, urls });
  expect(isWithoutContact(found)).toBe(emails.length + telephones.length + urls.length === 0);
});

test.each([
  ['+49 (0)30 23125 018', 'tel:+493023125018'],
  ['(020) 7946 0018', 'tel:02079460018'],
])('%s is called at %s', (telephone, address) => {
  expect(telephoneAddress(telephone)).toBe(address);
});
