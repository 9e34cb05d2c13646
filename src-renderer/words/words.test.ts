import { describe, expect, it } from 'vitest';
import { ERROR_CODES, StetError } from '../../src-shared/errors';
import { CREDIT_ROLES } from '../../src-shared/model/byline';
import { SOURCE_KINDS } from '../../src-shared/model/source';
import { VERDICTS } from '../../src-shared/model/verdict';
import { REASON_CODES } from '../../src-shared/quotation/verdict/reasons';
import { explainReasons, reasonSentence } from '../../src-shared/words/reasons';
import { VERDICT_EXPLANATIONS } from '../../src-shared/words/verdicts';
import { ROLE_LABELS } from './bylines';
import { errorMessage, notSaved, skippedReason } from './errors';
import { importWords, refusals, resultText } from './imports';
import { SOURCE_KIND_LABELS } from './sources';
import { count, quoted, shorten } from './text';
import { GRAVITY, VERDICT_LABELS, VERDICT_MEANINGS } from './verdicts';

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
    index: 0,
    name,
    sourceId: 'x',
    duplicate,
    fits,
  });
  const nothing = { imported: [], fits: 0, skipped: [], cancelled: false, left: 0 };
  const scan = { index: 0, name: 'scan.bin', code: 'format-unsupported' };

  it('names what was skipped and why', () => {
    expect(
      importWords.result({
        ...nothing,
        imported: [imported('a'), imported('b'), imported('c')],
        skipped: [scan],
      }),
    ).toBe('3 sources added, 1 skipped: scan.bin, Stet cannot read this kind of file yet.');
  });
  it('tells duplicates from additions, and how many quotations fit', () => {
    expect(
      importWords.result({
        ...nothing,
        imported: [imported('a', 2), imported('b.txt', 0, true)],
        fits: 2,
      }),
    ).toBe(
      '1 source added, “b.txt” was in the library already. 2 open quotations have a passage there.',
    );
  });
  it('says that the rest was cancelled, and what is left to resume with', () => {
    const cancelled = { ...nothing, cancelled: true };
    expect(importWords.result(cancelled)).toBe('Nothing was added. The rest was cancelled.');
    expect(importWords.result({ ...cancelled, left: 1640 })).toBe(
      'Nothing was added. The import was stopped: 1,640 files are left.',
    );
  });
  it('says how far an import is', () => {
    const progress = {
      jobId: '',
      done: 312,
      total: 1000,
      name: 'a.txt',
      bytesDone: 1_000_000,
      bytesTotal: 3_000_000,
      bytesPerSecond: 4_120_000,
      secondsLeft: 18.2,
    };
    expect(importWords.progress(progress)).toBe('312 of 1,000 · 4.1 MB/s · about 20 s left');
    expect(importWords.progress({ ...progress, bytesPerSecond: 40_400, secondsLeft: 400 })).toBe(
      '312 of 1,000 · 40 kB/s · about 7 min left',
    );
    expect(importWords.progress({ ...progress, bytesPerSecond: null, secondsLeft: null })).toBe(
      '312 of 1,000',
    );
  });
  it.each(ERROR_CODES.filter((code) => /^(?:file|folder|format|recording)-/.test(code)))(
    '%s is given a reason and a way out',
    (code) => {
      const [refusal] = refusals([{ name: 'a', code }]);
      expect(refusal?.reason).toMatch(/^\p{Lu}/u);
      expect(refusal?.advice).toMatch(/^Nothing was added\. \p{Lu}.*\.$/u);
    },
  );
  it('gives the whole result as text', () => {
    expect(
      resultText({
        ...nothing,
        imported: [imported('a.txt'), imported('b.txt', 0, true)],
        skipped: [scan, { ...scan, name: 'photo.jpg' }],
      }),
    ).toBe(
      'Stet cannot read this kind of file yet (2)\nscan.bin\nphoto.jpg\n\n' +
        'In the library already (1)\nb.txt\n\nAdded (1)\na.txt',
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
