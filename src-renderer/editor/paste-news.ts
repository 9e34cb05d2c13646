import { createCommand, type LexicalCommand } from 'lexical';

/** What has become of something pasted, for the interface to say. */
export type PasteNews = { kind: 'markdown' } | { kind: 'left-out'; pictures: number };

export const PASTE_NEWS_COMMAND: LexicalCommand<PasteNews> = createCommand('PASTE_NEWS');
