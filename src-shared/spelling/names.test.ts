import { expect, test } from 'vitest';
import { namesIn } from './names';

test.each<[string, string, string[]]>([
  ['within a sentence', 'We met Aldous on Monday, then Abara.', ['Abara', 'Aldous', 'Monday']],
  ['not what begins one', 'Recieved on the day. Teh boat left.', []],
  [
    'beside another name at the beginning',
    'Joyce Abara left.\nDmitry Peskov stayed.',
    ['Abara', 'Dmitry', 'Joyce', 'Peskov'],
  ],
  [
    'without a possessive',
    'It was Aldous’s boat, and O’Leary-Smith’s.',
    ['Aldous', 'O’Leary-Smith'],
  ],
  ['no capitals alone, and nothing across lines', 'We saw NATO.\nHarbor\nWinterly', []],
])('names: %s', (_, text, expected) => {
  expect([...namesIn(text, 'en')].sort()).toEqual(expected);
});

test('where every noun has a capital, words beside one another alone are names', () => {
  const text = 'Gestern traf der Minister auf dem Schif Frau Zárate in der Kajüte.';
  expect([...namesIn(text, 'de-CH')].sort()).toEqual(['Frau', 'Schif', 'Zárate']);
});
