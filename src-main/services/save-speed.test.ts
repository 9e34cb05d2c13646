import { expect, test } from 'vitest';
import {
  importArticle,
  importSource,
  openDesk,
  quotationWith,
  saveEdit,
  targetOf,
} from '../testing/desk';

/*
 * Nothing blocks typing: an article of 20,000 words with 200 quotations, 60 of them linked, saves in
 * well under a tenth of a second once it was saved before. Counted in time of the processor, since
 * other tests run on the same cores.
 */

const LIMIT_MS = 100;
const QUOTATIONS = 200;
const LINKED = 60;

const said = (number: number) =>
  `The crew of boat number ${number} will not leave the harbour before the ice has gone from the northern channel`;

function longArticle(): string {
  const filler =
    'The council met in the old customs house and talked about piers, pilots and the price of rope. '.repeat(
      5,
    );
  const paragraphs = Array.from({ length: QUOTATIONS }, (_, number) => {
    return `${filler}\n\n“${said(number)},” said Mara Lind in her report number ${number}.`;
  });
  return `# The long winter\n\nBy Ines Calder\n\n${paragraphs.join('\n\n')}\n`;
}

test('a long article is saved in a moment', async () => {
  const desk = await openDesk();
  let article = await importArticle(desk, longArticle());
  expect(article.quotations).toHaveLength(QUOTATIONS);
  const words = Array.from({ length: LINKED }, (_, number) => `${said(number)}.`);
  const source = await importSource(desk, words.join('\n\n'), 'report.txt');
  const links = words.map((sentence, number) => ({
    quotationId: quotationWith(article.quotations, `number ${number} will`).id,
    target: targetOf(source, sentence),
  }));
  const linked = await desk.call('quotations.setLinks', { articleId: article.id, links });
  expect(linked.quotations.filter(({ verdict }) => verdict === 'verbatim')).toHaveLength(LINKED);
  article = { ...article, quotations: linked.quotations };

  article = await saveEdit(desk, article, 'old customs house', 'new customs house');
  const times: number[] = [];
  for (let count = 0; count < 9; count++) {
    const document = JSON.parse(
      JSON.stringify(article.document).replace('customs house', `customs house ${count}`),
    );
    const start = process.cpuUsage();
    const { version, quotations } = await desk.host.call('articles.save', {
      articleId: article.id,
      version: article.version,
      document,
    });
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
    article = { ...article, version, quotations, document };
  }
  expect(times.sort((a, b) => a - b)[4]).toBeLessThan(LIMIT_MS);
}, 60_000);
