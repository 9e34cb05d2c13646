import { AttributionSchema, type QuotedElsewhere } from '../../src-shared/model/quotation';
import { tokenise } from '../../src-shared/text/normalise';
import { type ElsewhereRow, listOfLength, listOverlapping } from '../library/elsewhere';
import { readJsonOrNull } from '../library/json';
import { readLinks } from '../library/links';
import { readQuotation } from '../library/quotations';
import type { Context } from './context';

/** Quotation marks, and the mark that ends a sentence, may be more or fewer. */
const MARGIN = 8;
/** Of one word or two the same may be said anywhere. */
const LEAST_WORDS = 3;

/** The quotations of other articles that have the same passage or the same words, the differing first. */
export function findElsewhere(
  { library }: Context,
  articleId: string,
  quotationId: string,
): QuotedElsewhere[] {
  const { db } = library;
  const { text } = readQuotation(db, articleId, quotationId);
  const words = wordsOf(text);
  const link = readLinks(db, articleId, [quotationId]).get(quotationId);
  const found = new Map<string, QuotedElsewhere>();
  const add = (row: ElsewhereRow) =>
    found.set(`${row.articleId} ${row.quotationId}`, view(row, wordsOf(row.text) !== words));
  if (link) for (const row of listOverlapping(db, articleId, link)) add(row);
  if (words.split(' ').length >= LEAST_WORDS) {
    for (const row of listOfLength(db, articleId, text.length, MARGIN)) {
      if (wordsOf(row.text) === words) add(row);
    }
  }
  return [...found.values()].sort((a, b) => Number(b.isDifferent) - Number(a.isDifferent));
}

/** The words alone: marks, case and spaces do not count. */
function wordsOf(text: string): string {
  return tokenise(text)
    .map(({ key }) => key)
    .join(' ');
}

function view(row: ElsewhereRow, isDifferent: boolean): QuotedElsewhere {
  const { articleId, headline, quotationId, text, verdict, settled, personName } = row;
  const attribution = readJsonOrNull(AttributionSchema, row.attribution);
  const speaker = personName ?? attribution?.name ?? '';
  const isSettled = settled === 1;
  return {
    articleId,
    headline,
    quotationId,
    text,
    verdict,
    settled: isSettled,
    speaker,
    isDifferent,
  };
}
