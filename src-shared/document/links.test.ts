import { expect, test } from 'vitest';
import {
  isOpenable,
  isRelativeLink,
  isSafeLink,
  leadsToOneOf,
  pageOf,
  properAddress,
} from './links';

test.each([
  ['https://a.example/x?y=1&z=2#p:~:text=one%20two,-three', null],
  ['https://a.example/söhne/日本', null],
  ['http://[::1]:8080/x', null],
  ['mailto:mara@a.example', null],
  ['https://a.example/a b|c{d}', 'https://a.example/a%20b%7Cc%7Bd%7D'],
  ['https://a.example/?q="x"&r=[1]^`\\', 'https://a.example/?q=%22x%22&r=%5B1%5D%5E%60%5C'],
  ['https://a.example/100%', 'https://a.example/100%25'],
  ['https://a.example/x#one#two', 'https://a.example/x#one%23two'],
  [' https://a.example/x ', 'https://a.example/x'],
] as const)('%s is written properly', (url, proper) => {
  expect(properAddress(url)).toBe(proper ?? url);
});

test.each([
  'http://secret.example/a b/',
  'https://www.Secret.example/a%20b',
  'https://secret.example:443/a%20b/#part',
  'https://me@secret.example/a b?utm_source=x&utm_medium=y',
  'https://secret.example./a b?fbclid=1',
  '//secret.example/a%20b',
])('%s is the same page', (url) => {
  expect(pageOf(url)).toBe(pageOf('https://secret.example/a b'));
});

test.each([
  'https://secret.example/a',
  'https://secret.example/a b?page=2',
  'https://secret.example.org/a b',
  'https://www2.secret.example/a b',
])('%s is another one', (url) => {
  expect(pageOf(url)).not.toBe(pageOf('https://secret.example/a b'));
});

test.each([
  ...[
    'https://a.example',
    'HTTP://a.example/x',
    'mailto:mara@a.example',
    'tel:+49 40 1',
    'ftp://a.example/x',
  ],
  ...[
    '/about/',
    '../post',
    'post.html',
    '#top',
    '?page=2',
    '//a.example/x',
    'a b',
    '/a:b',
    './a:b',
  ],
])('%s may be linked to', (url) => {
  expect(isSafeLink(url)).toBe(true);
});

test.each([
  ...['javascript:alert(1)', ' JavaScript:alert(1)', 'java\tscript:alert(1)', '\u0001javascript:x'],
  ...['data:text/html,x', 'file:///etc/passwd', 'vbscript:x', 'blob:x', 'app://stet/', 'C:\\x.pdf'],
  ...[
    '\\\\machine\\x.pdf',
    '\\/machine/x',
    '/\\machine/x',
    '',
    ' ',
    'http:',
    'https:///x',
    'mailto:',
    'a.b:c',
  ],
])('%j may not', (url) => {
  expect(isSafeLink(url)).toBe(false);
});

test('what is relative to a site is kept and cannot be opened', () => {
  expect(['/about/', '//a.example/', '#top'].map(isRelativeLink)).toEqual([true, true, true]);
  expect(['/about/', '//a.example/', 'tel:1', 'javascript:x'].map(isOpenable)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(['https://a.example/x', 'mailto:mara@a.example'].map(isOpenable)).toEqual([true, true]);
});

test('what may lead to a page is known, relative to whatever site', () => {
  const isHidden = leadsToOneOf(['https://secret.example/papers/leak.pdf', 'https://b.example/']);
  const hidden = [
    'http://www.secret.example/papers/leak.pdf#p2',
    '//secret.example/papers/leak.pdf',
    '/papers/leak.pdf',
    '../papers/leak.pdf',
    'leak.pdf',
    'https://b.example',
  ];
  expect(hidden.filter((url) => !isHidden(url))).toEqual([]);
  expect(['/papers/', 'eak.pdf', '#top', '/', 'https://b.example/x'].filter(isHidden)).toEqual([]);
});
