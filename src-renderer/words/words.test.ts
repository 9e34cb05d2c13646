import { describe, expect, it } from 'vitest';
import { ERROR_CODES, StetError } from '../../src-shared/errors';
import { CREDIT_ROLES } from '../../src-shared/model/byline';
import { SOURCE_KINDS } from '../../src-shared/model/source';
import { VERDICTS } from '../../src-shared/model/verdict';
import { REASON_CODES } from '../../src-shared/quotation/verdict/reasons';
import { ROLE_LABELS } from './bylines';
import { errorMessage, notSaved, skippedReason } from './errors';
import { importResult } from './imports';
import { explainReasons, reasonSentence } from './reasons';
import { SOURCE_KIND_LABELS } from './sources';
import { count, quoted, shorten } from './text';
import { GRAVITY, VERDICT_EXPLANATIONS, VERDICT_LABELS, VERDICT_MEANINGS } from './verdicts';

describe('errors', () => {
  it.each(ERROR_CODES)('%s says what happened in whole sentences', (code) => {
    const message = errorMessage(new StetError(code));
    expect(message).toMatch(/^\p{Lu}.*\.$/u);
    expect(message).not.toContain('undefined');
    expect(message.length).toBeLessThan(260);
    expect(notSaved(code)).toMatch(/^Not saved: /);
  });
  it('names the file', () => {
    expect(errorMessage(new StetError('file-empty', { name: 'notes.txt' }))).toContain(
      '“notes.txt”',
    );
  });
  it('has a reason for a skipped file whose code it does not know', () => {
    expect(skippedReason('something-new')).not.toBe('');
  });
});

describe('verdicts', () => {
  it.each(VERDICTS)(
    '%s has a name, a meaning, an explanation and a place by gravity',
    (verdict) => {
      expect(VERDICT_LABELS[verdict]).not.toBe('');
      expect(VERDICT_MEANINGS[verdict]).toMatch(/\.$/);
      expect(VERDICT_EXPLANATIONS[verdict]).toMatch(/\.$/);
      expect(GRAVITY).toContain(verdict);
    },
  );
});

describe('reasons', () => {
  it.each(REASON_CODES)('%s is a sentence, with words and without', (code) => {
    const bare = reasonSentence({ code });
    const full = reasonSentence({ code, draft: 'forty', source: 'fourteen' });
    for (const sentence of [bare, full]) {
      expect(sentence).toMatch(/^[\p{Lu}“].*\.$/u);
      expect(sentence).not.toMatch(/undefined|““|””/);
    }
  });
  it('says what the source has and what the draft has', () => {
    expect(reasonSentence({ code: 'number-changed', draft: 'forty', source: 'fourteen' })).toBe(
      'The source says “fourteen”, not “forty”.',
    );
  });
  it('falls back to the words of a reason that it does not know', () => {
    expect(reasonSentence({ code: 'new-rule', source: 'only' })).toContain('“only”');
    expect(reasonSentence({ code: 'toString' })).toMatch(/\.$/);
  });
  it('says that nothing else differs where every edit is marked', () => {
    expect(explainReasons([{ code: 'bracket' }])).toMatch(/Nothing else differs\.$/);
    expect(explainReasons([{ code: 'bracket' }, { code: 'filler-removed' }])).not.toContain(
      'Nothing else',
    );
    expect(explainReasons([])).toBe('');
  });
  it('puts the gravest first and says nothing twice', () => {
    const explained = explainReasons([
      { code: 'ellipsis' },
      { code: 'negation-dropped', source: 'not' },
      { code: 'ellipsis' },
    ]);
    expect(explained).toMatch(/^A negation/);
    expect(explained.match(/ellipsis/g)).toHaveLength(1);
  });
});

describe('imports', () => {
  const imported = (name: string, fits = 0, duplicate = false) => ({
    name,
    sourceId: 'x',
    duplicate,
    fits,
  });
  it('names what was skipped and why', () => {
    expect(
      importResult({
        imported: [imported('a'), imported('b'), imported('c')],
        fits: 0,
        skipped: [{ name: 'scan.bin', code: 'format-unsupported' }],
        cancelled: false,
      }),
    ).toBe('3 sources added, 1 skipped: scan.bin, Stet cannot read this kind of file yet.');
  });
  it('tells duplicates from additions, and how many quotations fit', () => {
    expect(
      importResult({
        imported: [imported('a', 2), imported('b.txt', 0, true)],
        fits: 2,
        skipped: [],
        cancelled: false,
      }),
    ).toBe(
      '1 source added, “b.txt” was in the library already. 2 open quotations have a passage there.',
    );
  });
  it('says that the rest was cancelled', () => {
    expect(importResult({ imported: [], fits: 0, skipped: [], cancelled: true })).toBe(
      'Nothing was added. The rest was cancelled.',
    );
  });
});

describe('text', () => {
  it('counts', () => {
    expect(count(1, 'file')).toBe('1 file');
    expect(count(1200, 'word')).toBe('1,200 words');
  });
  it('quotes words that are not quoted yet', () => {
    expect(quoted('low point')).toBe('“low point”');
    expect(quoted('“low point”')).toBe('“low point”');
  });
  it('shortens at a word and closes the quotation', () => {
    expect(shorten('“Russia once again has chosen to side with Assad”', 30)).toBe(
      '“Russia once again has chosen…”',
    );
    expect(shorten('"Russia once again has chosen to side with Assad"', 30)).toBe(
      '"Russia once again has chosen…"',
    );
    expect(shorten('»Russia once again has chosen to side with Assad«', 30)).toBe(
      '»Russia once again has chosen…«',
    );
    expect(shorten('short', 30)).toBe('short');
  });
});

describe('lists of the models', () => {
  it('have a name for every role and kind', () => {
    for (const role of CREDIT_ROLES) expect(ROLE_LABELS[role]).toMatch(/^\p{Lu}/u);
    for (const kind of SOURCE_KINDS) expect(SOURCE_KIND_LABELS[kind]).toMatch(/^\p{Lu}/u);
  });
});
