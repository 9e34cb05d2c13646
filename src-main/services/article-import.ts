import type { ParsedContributor } from '../../src-shared/byline/parse';
import type { Output, ParsedInput } from '../../src-shared/contract';
import { detectInDocument } from '../../src-shared/document/detect-in-document';
import { markQuotations } from '../../src-shared/document/mark-quotations';
import type { Document } from '../../src-shared/document/schema';
import type { CreditInput } from '../../src-shared/model/byline';
import { addArticle } from '../library/articles';
import { setCredits } from '../library/credits';
import { putWorkingCopy, storable } from '../library/documents';
import { addPerson, findPeopleNamed } from '../library/people';
import { keepRevision } from '../library/revisions';
import { newId, type Write, write } from '../library/write';
import { importBundle } from './bundle-import';
import { isBundle } from './bundle-parts';
import type { Context } from './context';
import { readIncoming } from './incoming';
import { refreshQuotations } from './quotation-views';
import { readDocument, reconcileRows } from './read-quotations';
import { takePictures } from './take-pictures';

/** Brings in an article: its parts recognised, its quotations marked, its contributors among the people. */
export async function importArticle(
  context: Context,
  { file }: ParsedInput<'articles.import'>,
): Promise<Output<'articles.import'>> {
  const { name, bytes } = await readIncoming(context, file);
  if (isBundle(name)) {
    return { articleId: await importBundle(context, name, bytes), picturesLeftOut: 0 };
  }
  const { article: imported, pictures: inside } = await context.readArticle(name, bytes);
  const path = file.from === 'granted' ? (context.grants.files.get(file.token) ?? null) : null;
  const pictures = await takePictures(context, imported.document, path, inside);
  const { document, language } = markAll(pictures.document, imported.language);
  const reading = readDocument(document, language);
  return write(context.library, (transaction) => {
    const articleId = newId();
    addArticle(transaction, {
      id: articleId,
      status: 'draft',
      language,
      section: null,
      dateline: imported.dateline,
      tags: [],
      headline: reading.headline,
      bylineStyle: 'ap',
    });
    putWorkingCopy(transaction, articleId, storable(document), 1);
    keepRevision(transaction, articleId, 'import');
    reconcileRows(transaction, articleId, reading);
    setCredits(transaction, articleId, creditsOf(transaction, imported.contributors));
    refreshQuotations(context, transaction, articleId);
    return { articleId, picturesLeftOut: pictures.leftOut };
  });
}

/**
 * Marks what is in quotation marks. What nobody seems to have said is marked too, with the reason
 * for thinking so: it is "not a quotation" once the editor says so.
 */
function markAll(
  document: Document,
  given: string | null,
): { document: Document; language: string } {
  const { language, quotations, notQuotations } = detectInDocument(
    document,
    given ? { language: given } : {},
  );
  const marks = [
    ...quotations.map(({ parts }) => ({ id: newId(), parts })),
    ...notQuotations.map(({ start, end }) => ({ id: newId(), parts: [{ start, end }] })),
  ];
  return { document: markQuotations(document, marks), language };
}

/** A contributor is the person of exactly the same name, or a new one. */
function creditsOf(transaction: Write, contributors: readonly ParsedContributor[]): CreditInput[] {
  return contributors.map((contributor) => {
    const { name, role, location, jobTitle, affiliation, staff } = contributor;
    const kind = contributor.kind === 'unknown' ? 'person' : contributor.kind;
    const personId =
      findPeopleNamed(transaction.db, name).find((person) => person.name === name)?.id ??
      addPerson(transaction, { name, kind, role: null, affiliation: null, url: null });
    return {
      personId,
      role,
      location: location ?? null,
      jobTitle: jobTitle ?? null,
      affiliation: affiliation ?? null,
      staff: staff ?? 'staff',
    };
  });
}
