import { writeSync } from 'node:fs';
import type { Document } from '../../src-shared/document/schema';
import { openLibrary } from '../host';

/*
 * A process that does nothing but save, until it is killed (crash.test.ts): it says "opened", then the number
 * of each save as soon as the library has acknowledged it. The number stands in the saved words.
 */

async function run(folder: string): Promise<void> {
  const host = await openLibrary(folder, {
    extract: () => Promise.reject(new Error('Nothing is read here.')),
  });
  const { lastArticleId } = await host.call('library.info', {});
  const articleId = lastArticleId ?? (await host.call('articles.create', {})).articleId;
  await host.call('articles.enter', { articleId });
  const article = await host.call('articles.open', { articleId });
  let { version } = article;
  writeSync(1, 'opened\n');
  for (;;) {
    const number = version + 1;
    const saved = await host.call('articles.save', {
      articleId,
      version,
      document: numbered(article.document, number),
    });
    version = saved.version;
    writeSync(1, `${number}\n`);
  }
}

/** The document with the number in its headline, and enough words to take several pages on disk. */
function numbered(document: Document, number: number): Document {
  const [headline, ...blocks] = document.root.children;
  const words = {
    type: 'text',
    version: 1,
    format: 0,
    detail: 0,
    mode: 'normal',
    style: '',
  } as const;
  const filler = `“Save number ${number} is on disk,” said Mara Lind. `.repeat(100);
  return {
    root: {
      ...document.root,
      children: [
        {
          ...headline,
          type: 'headline',
          version: 1,
          children: [{ ...words, text: `Save ${number}` }],
        },
        ...blocks.slice(1),
        { type: 'paragraph', version: 1, children: [{ ...words, text: filler }] },
      ],
    },
  };
}

void run(process.argv[2] ?? '');
