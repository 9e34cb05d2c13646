/*
 * What the blocks of an imported article are: headline, standfirst, dateline, byline. Careful by
 * design: nothing recognised is better than a paragraph of the story taken for something else.
 */
import { type ParsedContributor, parseByline } from '../byline/parse';
import { ORGANISATION_WORDS } from '../byline/parse-words';
import { PLACES } from '../quotation/speaker/places';
import type { TextBlock } from './recognise-blocks';
import { findDateline } from './recognise-dateline';

export { blocksFromPlainText, type TextBlock } from './recognise-blocks';

/** Block numbers count from 0; offsets are UTF-16 code units into the block's text. */
export interface Recognition {
  headline: number | null;
  standfirst: number | null;
  dateline: { block: number; start: number; end: number; text: string } | null;
  byline: { block: number; text: string; contributors: ParsedContributor[] } | null;
}

export interface RecognitionOptions {
  /** BCP 47 tag of the article. */
  language?: string;
}

/** The story's head ends within this many blocks. */
const HEAD_BLOCKS = 6;

const BYLINE_START =
  /^(?:by|von|par|por|door|av|af|di|text|words|texte|texto|reporting by|written by|story by|posted by|автор)(?::|\s)/iu;
const SIGN_OFF = /^\((?:reporting|writing|editing|additional reporting|compiled)\b.*\)\.?$/iu;
const DATE_LINE =
  /^(?:(?:last )?(?:updated|published|posted|aktualisiert|stand|publié|actualizado)\b.*|(?:\p{L}{2,12},?\s)?(?:\d{1,2}\.?\s\p{L}{3,10}\.?|\p{L}{3,10}\.?\s\d{1,2}),?\s\d{4}(?:[\s,|–-].{0,24})?|\d{4}-\d\d-\d\d.{0,20}|\d{1,2}[./]\d{1,2}[./]\d{2,4})$/iu;
/** Lines under a headline that look like names and are none. */
const LABEL_WORDS =
  /\b(?:news|update|updates|report|story|live|latest|breaking|opinion|analysis|sport|sports|business|politics|world|culture|exclusive|interview|review|feature|special|edition|section|part|chapter|contents|read|more|photo|image|video|advertisement|newsletter|corrections?|related|topics?|share)\b/iu;

/** The end of a sentence at the end of a block. */
const ENDED = /[.!?…]["”’»“')]*\s*$/u;

/** Says what an article's blocks are. Never throws. */
export function recogniseArticle(
  blocks: readonly TextBlock[],
  options: RecognitionOptions = {},
): Recognition {
  const headline = findHeadline(blocks);
  const recognition: Recognition = { headline, standfirst: null, dateline: null, byline: null };
  const head = headline === null ? 0 : headline + 1;
  let body = head;
  let heading = true;
  for (
    let index = head;
    heading && index < Math.min(blocks.length, head + HEAD_BLOCKS);
    index += 1
  ) {
    const block = blocks[index];
    if (!block) break;
    const byline =
      recognition.byline === null ? readByline(blocks, index, options, headline) : null;
    if (byline) recognition.byline = byline;
    else if (DATE_LINE.test(block.text.trim()) && block.text.length < 80) continue;
    else if (isStandfirst(blocks, index, headline, options)) recognition.standfirst = index;
    else heading = false;
    if (heading) body = index + 1;
  }
  recognition.dateline = readDateline(blocks, body);
  recognition.byline ??= readClosingByline(blocks, body, options);
  return recognition;
}

/** The h1, or a first line that reads like a headline: short, unfinished, with a story after it. */
function findHeadline(blocks: readonly TextBlock[]): number | null {
  const title = blocks.findIndex(
    ({ kind, level, text }) => kind === 'heading' && level === 1 && text.trim() !== '',
  );
  if (title >= 0 && title < HEAD_BLOCKS) return title;
  const first = blocks[0];
  if (!first) return null;
  const text = first.text.trim();
  if (first.kind === 'heading') return text === '' ? null : 0;
  if (first.kind !== 'paragraph' || blocks.length < 2 || text.length > 160 || text === '')
    return null;
  const words = text.split(/\s+/u).length;
  if (words > 26 || !/\p{L}/u.test(text) || /\n/u.test(text)) return null;
  // A sentence with its full stop is the story already; so is what ends in a comma or a colon.
  if (/[.,;:…]["”’»“]?$/u.test(text) && !/\p{L}\.\p{L}\.$|\.\.\.$/u.test(text)) return null;
  if (/^(?:dear|hi|hello|from|to|subject|date|cc)\b[\s:]/iu.test(text)) return null;
  if (BYLINE_START.test(text) || DATE_LINE.test(text) || findDateline(text)) return null;
  const story = blocks.slice(1, 8).some(({ kind, text: later }) => {
    return kind === 'paragraph' && later.length > text.length && /[.!?]["”’»“']?\s*$/u.test(later);
  });
  return story ? 0 : null;
}

/** One sentence under the headline that something (byline, date, dateline) parts from the story. */
function isStandfirst(
  blocks: readonly TextBlock[],
  index: number,
  headline: number | null,
  options: RecognitionOptions,
): boolean {
  const block = blocks[index];
  const next = blocks[index + 1];
  if (!block || !next || headline === null || index !== headline + 1) return false;
  const text = block.text.trim();
  const isLine =
    block.kind === 'paragraph' || (block.kind === 'heading' && (block.level ?? 2) <= 3);
  if (!isLine || text.length < 30 || text.length > 320 || sentenceCount(text) > 1) return false;
  if (findDateline(text)) return false;
  const parted =
    DATE_LINE.test(next.text.trim()) ||
    findDateline(next.text) !== null ||
    readByline(blocks, index + 1, options, headline) !== null;
  if (parted) return true;
  const unfinished = !/[.!?…:]["”’»“]?$/u.test(text) && text.split(/\s+/u).length >= 6;
  const storyFollows = next.kind === 'paragraph' && /[.!?]["”’»“']?$/u.test(next.text.trim());
  return unfinished && storyFollows && next.text.length >= text.length / 2;
}

function sentenceCount(text: string): number {
  return (
    (text.match(/(?<!\b\p{Lu})(?<!\b(?:Mr|Ms|Dr|St|Mrs|No))[.!?]["”’»]?\s+(?=[\p{Lu}"“„«])/gu)
      ?.length ?? 0) + 1
  );
}

function readDateline(blocks: readonly TextBlock[], body: number): Recognition['dateline'] {
  for (let index = body; index < Math.min(blocks.length, body + 2); index += 1) {
    const block = blocks[index];
    if (!block) break;
    if (DATE_LINE.test(block.text.trim())) continue;
    const dateline = block.kind === 'paragraph' ? findDateline(block.text) : null;
    return dateline && { block: index, ...dateline };
  }
  return null;
}

/** A byline in the head of the story: "By …", or a bare name between headline and story. */
function readByline(
  blocks: readonly TextBlock[],
  index: number,
  options: RecognitionOptions,
  headline: number | null,
): Recognition['byline'] {
  const block = blocks[index];
  const text = block?.text.trim() ?? '';
  if (!block || block.kind === 'quote' || text.length > 160 || index >= blocks.length) return null;
  if (BYLINE_START.test(text)) return asByline(index, text, options);
  const underHeadline = headline !== null && index <= headline + 2 && index + 1 < blocks.length;
  return underHeadline && block.kind === 'paragraph' && isBareName(text)
    ? asByline(index, text, options)
    : null;
}

/** A byline that closes the story: a last line "By …", a sign-off, a bare name, a lone bullet. */
function readClosingByline(
  blocks: readonly TextBlock[],
  body: number,
  options: RecognitionOptions,
): Recognition['byline'] {
  const index = blocks.length - 1;
  const block = blocks[index];
  if (!block || index <= body || block.kind === 'quote' || block.kind === 'heading') return null;
  // Without sentences before it there is no story that it could close.
  const story = blocks.slice(Math.max(body, index - 3), index);
  if (!story.some((before) => ENDED.test(before.text))) return null;
  const text = block.text.trim();
  if (text.length > 300) return null;
  if (SIGN_OFF.test(text)) return asByline(index, text, options);
  if (text.length > 160) return null;
  if (block.kind === 'list-item' && blocks[index - 1]?.kind === 'list-item') return null;
  const unmarked = text.replace(/^[—–-]\s*/u, '');
  const marked = BYLINE_START.test(text) && block.kind === 'paragraph';
  return marked || isBareName(unmarked) ? asByline(index, text, options) : null;
}

/** Two to four words that can only be a name, or several such names. */
function isBareName(text: string): boolean {
  if (/[.!?:;"“”«»]$/u.test(text.replace(/\bJr\.$/u, '')) || LABEL_WORDS.test(text)) return false;
  const names = text.split(/,\s+|\s+(?:and|und|et|y|&)\s+/u);
  if (names.length > 4) return false;
  return names.every((name) => {
    const words = name.split(/\s+/u);
    if (words.length < 2 || words.length > 4) return false;
    if (
      words.some(
        (word) => PLACES.has(word.toLowerCase()) || ORGANISATION_WORDS.has(word.toLowerCase()),
      )
    ) {
      return false;
    }
    const capitals = words.filter((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word)).length;
    const particles = words.filter((word) =>
      /^(?:van|von|der|den|de|da|di|la|le|du|del|bin|al)$/u.test(word),
    ).length;
    return capitals >= 2 && capitals + particles === words.length;
  });
}

function asByline(block: number, text: string, options: RecognitionOptions): Recognition['byline'] {
  const { contributors } = parseByline(text, options);
  const doubtful = contributors.some(
    ({ flags, name }) =>
      flags?.includes('check-name') || /[.!?]\s/u.test(name.replace(/\b\p{L}\.\s/gu, '')),
  );
  // "By the time the ferry came back …" is a sentence, and names nobody.
  const named = contributors.every(
    ({ name, kind }) =>
      kind !== 'person' ||
      /^[^\p{L}]*\p{Lu}|^\p{Ll}+\s\p{Ll}+$|\p{Script=Han}|\p{Script=Hangul}/u.test(name),
  );
  if (contributors.length === 0 || doubtful || !named) return null;
  return { block, text, contributors };
}
