import { importMarkdown } from '../document/from-markdown';
import type { Extraction } from '../model/source';
import { blockLines, creatorName } from './blocks';
import { extractParagraphs } from './text';

/** Reads a Markdown file: its words without the marks, one paragraph a block. */
export function extractMarkdown(text: string): Extraction {
  const { details, blocks } = importMarkdown(text);
  const extraction = extractParagraphs(blockLines(blocks));
  const first = blocks[0];
  const heading = first?.level === undefined ? null : (blockLines([first])[0] ?? null);
  return {
    ...extraction,
    title: details.title ?? heading ?? extraction.title,
    language: details.language ?? extraction.language,
    date: details.date ?? extraction.date,
    url: details.url !== null && /^https?:\/\//i.test(details.url) ? details.url : null,
    creator: creatorName(details.byline) ?? extraction.creator,
  };
}
