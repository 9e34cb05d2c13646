import * as v from 'valibot';
import { type FormattableCredit, formatByline } from '../../src-shared/byline/format';
import type { Article } from '../../src-shared/model/article';
import { type HouseStyle, HouseStyleSchema } from '../../src-shared/model/house-style';
import { houseStyleWords as said } from '../words/house-styles';

/** What a style does is seen where an article names nobody yet. */
const SAMPLE: readonly FormattableCredit[] = [
  { name: 'Ada Quill', role: 'author', jobTitle: 'Political editor', location: 'Beirut' },
  { name: 'Ben Harrow', role: 'author' },
  { name: 'Cleo Marsh', role: 'with' },
  { name: 'Nguyễn Văn An', role: 'additional-reporting', nameOrder: 'family-first' },
  { name: 'Dov Stern', role: 'editing' },
];

/** The byline of the open article in a style, as it changes; the last that was right while a field is not. */
export function HouseStylePreview({
  style,
  article,
}: {
  style: HouseStyle;
  article: Article | null;
}) {
  const own = article?.byline.credits ?? [];
  const isSample = own.length === 0;
  const isRight = v.is(HouseStyleSchema, { ...style, name: style.name || '–' });
  const { line, tail } = isRight
    ? formatByline(isSample ? SAMPLE : own, style, article?.language)
    : { line: '', tail: '' };
  return (
    <section className="byline-preview" aria-live="polite">
      <p className="field-label">{isSample ? said.sample : said.preview}</p>
      <p className="byline-result" dir="auto">
        {line || said.emptyLine}
      </p>
      {tail === '' ? null : (
        <p className="byline-result byline-tail" dir="auto">
          {tail}
        </p>
      )}
    </section>
  );
}
