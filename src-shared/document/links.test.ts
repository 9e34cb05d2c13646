import { expect, test } from 'vitest';
import { pageOf, properAddress } from './links';

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
