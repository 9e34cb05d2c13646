import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Paragraph, PhrasingContent } from 'mdast';
import { onLines } from '../../src-shared/document/to-hast';
import { type ArticleCorrection, modifiedAt } from '../../src-shared/model/article-correction';
import type { ExportInput } from './input';
import { exportWords, longDate } from './words';

/*
 * What is said below an article that was published, in each form. Whoever wrote it is no reader's
 * affair: only the fact-checker's copy names them.
 */

type Corrected = Pick<ExportInput, 'article' | 'corrections'>;

/** When the article was changed last, its corrections among it: ISO 8601. */
export function lastChange({ article, corrections = [] }: Corrected): string {
  return modifiedAt(article.updatedAt, corrections);
}

/** "Correction, 3 May 2026", in the article's language. */
export function correctionTitle({ kind, at }: ArticleCorrection, language: string): string {
  return `${exportWords(language).corrections[kind]}, ${longDate(at.slice(0, 10), language)}`;
}

const paragraphsOf = ({ text }: ArticleCorrection) => text.split(/\n\s*\n/);

/** One `aside.correction` each, with its date (STANDARDS section 1.2). */
export function correctionAsides({ article, corrections = [] }: Corrected): Element[] {
  const { language } = article;
  return corrections.map((correction, index) => {
    const id = `correction-${index + 1}`;
    const { kind, at } = correction;
    const [first = '', ...rest] = paragraphsOf(correction);
    const date = h('time', { dateTime: at }, longDate(at.slice(0, 10), language));
    return h('aside', { className: ['correction'], ariaLabelledBy: [id] }, [
      ...onLines([
        h('h2', { id }, exportWords(language).corrections[kind]),
        h('p', [date, ': ', h('bdi', first)]),
        ...rest.map((text) => h('p', text)),
      ]),
    ]);
  });
}

/**
 * schema.org has a word for what was wrong and for what could be misread. News that came later corrects
 * nothing: it is on the page, and `dateModified` tells of it.
 */
export function correctionData({ corrections = [] }: Corrected): Record<string, unknown>[] {
  return corrections
    .filter(({ kind }) => kind !== 'update')
    .map(({ text, at }) => ({ '@type': 'CorrectionComment', text, datePublished: at }));
}

/** Paragraphs that begin with what they are, in bold. */
export function correctionParagraphs({ article, corrections = [] }: Corrected): Paragraph[] {
  return corrections.flatMap((correction) =>
    paragraphsOf(correction).map((text, index): Paragraph => {
      const title = `${correctionTitle(correction, article.language)}:`;
      const lead: PhrasingContent[] = [
        { type: 'strong', children: [{ type: 'text', value: title }] },
        { type: 'text', value: ' ' },
      ];
      return {
        type: 'paragraph',
        children: [...(index === 0 ? lead : []), { type: 'text', value: text }],
      };
    }),
  );
}

/** "Correction, 3 May 2026: …" */
export function correctionTexts({ article, corrections = [] }: Corrected): string[] {
  return corrections.map((one) => `${correctionTitle(one, article.language)}: ${one.text}`);
}

/** The same for a front matter. */
export function correctionFacts({ corrections = [] }: Corrected): Record<string, unknown>[] {
  return corrections.map(({ kind, at, text }) => ({ kind, date: at, text }));
}

/** Bodies of their own, beside the main one: ninjs has no word for them. */
export function correctionBodies({ article, corrections = [] }: Corrected): object[] {
  return corrections.map((correction) => ({
    role: correction.kind,
    contentType: 'text/plain',
    value: `${correctionTitle(correction, article.language)}: ${correction.text}`,
  }));
}
