import { importHtml } from '../document/from-html';
import type { Extraction } from '../model/source';
import { guessLanguage } from '../quotation/detect/language';
import { blockLines, creatorName, pageLines } from './blocks';
import { layOut, layOutLines } from './layout';
import { mainLines } from './main-text';
import { readableLines } from './readable';
import { turnsOf } from './turns';

/**
 * Reads a saved web page: its main text with captions, as our reading and Readability find it, and
 * what the page says about itself.
 */
export function extractHtml(text: string): Extraction {
  const { details, blocks } = importHtml(text, { isSource: true });
  const lines = mainLines(pageLines(blocks), readableLines(text));
  const turns = turnsOf(lines);
  const laidOut = turns ? layOut(turns) : layOutLines(lines);
  return {
    title: details.title,
    kind: 'web-page',
    medium: turns ? 'spoken' : 'written',
    language: details.language ?? guessLanguage(laidOut.text),
    date: details.date,
    url: details.url,
    creator: creatorName(details.byline),
    ...laidOut,
  };
}

/** The words of HTML that is no page, such as a letter, one paragraph a block. */
export function htmlLines(html: string): string[] {
  return blockLines(importHtml(html, { isSource: true }).blocks);
}
