import { describe, expect, it } from 'vitest';
import type { ShownVerdict } from '../words/verdicts';
import { verdictNews } from './verdict-changes';

const quotations = [
  { id: 'a', text: 'We had forty taps.' },
  { id: 'b', text: 'You cannot taste it.' },
];
const verdicts = (a: ShownVerdict, b?: ShownVerdict) =>
  new Map([['a', a], ...(b ? [['b', b] as const] : [])] as const);

describe('what is said aloud of verdicts', () => {
  it('names the one that changed, and its verdict in words', () => {
    const news = verdictNews(
      verdicts('unlinked', 'verbatim'),
      verdicts('verbatim', 'verbatim'),
      quotations,
    );
    expect(news).toBe('“We had forty taps.” is now: Verbatim.');
  });
  it('counts several', () => {
    const news = verdictNews(
      verdicts('unlinked', 'unlinked'),
      verdicts('verbatim', 'altered'),
      quotations,
    );
    expect(news).toBe('2 verdicts have changed.');
  });
  it('says nothing of what is as it was, is new, or is gone', () => {
    expect(verdictNews(verdicts('altered'), verdicts('altered', 'unlinked'), quotations)).toBe('');
    expect(verdictNews(verdicts('altered', 'altered'), verdicts('altered'), quotations)).toBe('');
  });
});
