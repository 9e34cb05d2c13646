import type { PlainText } from '../../src-shared/document/plain-text';
import { BUILT_IN_STYLES, creditInput } from '../../src-shared/model/byline';
import { type ArticleRecord, recordValue } from '../../src-shared/sidecar/sidecar';
import type { ExportInput } from './input';

/**
 * What the sidecar says of the article itself, so that whatever form of it comes back in has the
 * byline, the tags and the rest as they were: nothing that the exports do not print, but for how.
 */
export function articleRecord({ article, people = [] }: ExportInput, plain: PlainText): string {
  const { byline, dateline, language, section, tags } = article;
  const record: ArticleRecord = {
    headline: wordsOf(plain, 'headline'),
    standfirst: wordsOf(plain, 'standfirst'),
    dateline,
    language,
    section,
    tags,
    byline: {
      // A newsroom's own style is known by its id alone, and there alone.
      style: BUILT_IN_STYLES.find((style) => style === byline.style) ?? null,
      override: byline.override,
      line: byline.line,
      tail: byline.tail,
      credits: byline.credits
        .filter(({ tier }) => tier !== 'hidden')
        .map((credit) => {
          const { personId, ...fields } = creditInput(credit);
          const url = people.find((person) => person.id === personId)?.url ?? null;
          return { name: credit.name, kind: credit.kind, ...fields, url };
        }),
    },
  };
  return recordValue(record);
}

/** As they stand, line breaks and all. */
function wordsOf({ text, blocks }: PlainText, kind: 'headline' | 'standfirst'): string {
  const block = blocks.find((one) => one.kind === kind);
  return block ? text.slice(block.start, block.end) : '';
}
