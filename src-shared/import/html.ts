import { importHtml } from '../document/from-html';
import type { Extraction } from '../model/source';
import { guessLanguage } from '../quotation/detect/language';
import { blockLines, creatorName } from './blocks';
import { layOut, layOutLines } from './layout';
import { turnsOf } from './turns';

/** Reads a saved web page: its main text with captions, and what it says about itself. */
export function extractHtml(text: string): Extraction {
  const { details, blocks } = importHtml(text, { isSource: true });
  const lines = blockLines(blocks);
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
