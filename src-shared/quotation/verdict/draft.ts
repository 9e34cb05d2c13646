import { QUOTATION_MARKS } from '../../text/characters';
import { tokenise, type Word, wordAt } from '../../text/normalise';

/** A word of the draft that was edited within: `walk[ed]`, `[T]he`. */
export interface EditedWord {
  /** The whole word in lower case: walked. */
  whole: string;
  /** The letters outside the brackets: walk. */
  kept: string;
  /** Whether the kept letters stand at the beginning of the word. */
  atStart: boolean;
}

export interface DraftWord extends Word {
  /** Number of the group (brackets, parentheses) that it stands in, or -1. */
  group: number;
  edited?: EditedWord;
  /** What a word with masked letters (`f---ing`) can stand for. */
  masked?: RegExp;
}

/** A note of the editor's that stands for no words of the speaker. */
export type Note = 'sic' | 'emphasis-note' | 'editorial-note';

/** Words in square brackets or parentheses. */
export interface Group {
  kind: 'bracket' | 'parenthesis';
  start: number;
  end: number;
  /** Its words: word numbers, half-open; empty for a note. */
  from: number;
  to: number;
  note: Note | null;
  /** Its content in lower case, without punctuation. */
  content: string;
}

/** Notes that can be put in the place of words. */
const REPLACING =
  /expletive|bleep|swear|redacted|withheld|removed|inaudible|unintelligible|indistinct/;

/** Whether brackets can stand for words of the source: [laughs], [sic] and [emphasis added] cannot. */
export function standsForWords(group: Group): boolean {
  return group.note === null || (group.note === 'editorial-note' && REPLACING.test(group.content));
}

/** An ellipsis; `at` is the number of words before it. */
export interface Gap {
  start: number;
  end: number;
  at: number;
}

/** A quotation as its editor wrote it. Offsets are into `text`. */
export interface Draft {
  /** The quotation without its outer marks, parts joined by a space. */
  text: string;
  words: DraftWord[];
  groups: Group[];
  gaps: Gap[];
  /** Numbers of the words that begin a part after the first. */
  partStarts: ReadonlySet<number>;
  /** The first ellipsis before each word, by word number; after the last word, by how many there are. */
  gapAt: ReadonlyMap<number, Gap>;
  /** The numbers of the groups that begin or end before a word, likewise. */
  groupsAt: ReadonlyMap<number, readonly number[]>;
}

const MARK_AT_START = new RegExp(`^[${QUOTATION_MARKS}]`);
const MARK_AT_END = new RegExp(`[${QUOTATION_MARKS}]$`);
const BLOCK_QUOTE = /^[\t ]*>[\t ]?/gm;

/* Repetition is bounded throughout, so that no text makes these slow. */
const ELLIPSIS = String.raw`\[\s{0,3}(?:…|\.\s?\.[\s.]{0,12})\s{0,3}\]|\(\s{0,3}(?:…|\.\s?\.\s?\.[\s.]{0,12})\s{0,3}\)|…+|\.(?:[ \u00A0\u202F]?\.){2,}`;
const LETTERS = String.raw`[\p{L}\p{M}'\u2019]`;
const EDITED_WORD = String.raw`(?:(?<!${LETTERS})${LETTERS}{1,40}\[[\p{L}'\u2019]{0,6}\]${LETTERS}{0,40}|\[\p{L}{0,6}\]${LETTERS}{1,40})`;
/** `f---ing`, `f***`, `s—t`. A dash or hyphens mask only after a consonant: `it—and` is no mask. */
const CONSONANT = '[b-df-hj-np-tv-zB-DF-HJ-NP-TV-Z]';
export const MASKED_WORD = String.raw`(?<![\p{L}*_'\u2019])(?:\p{L}{1,3}(?:\*{3,}\p{L}{0,5}|\*{2}\p{L}{1,5}(?![\p{L}*]))|${CONSONANT}{1,2}-{3,}\p{L}{0,5}|${CONSONANT}[–—](?:ing|ed|ers?|c?k|t|n|d)(?!\p{L}))`;
const SPECIAL = new RegExp(
  `(?<gap>${ELLIPSIS})|(?<edited>${EDITED_WORD})|(?<bracket>\\[[^[\\]]*\\])|(?<paren>\\([^()]*\\))|(?<masked>${MASKED_WORD})`,
  'gu',
);

const MAYBE_SPECIAL = /[[(…]|\.[ \u00A0\u202F]?\.|\*\*|---|\p{L}[–—]/u;

/** Reads a quotation, or its parts where an attribution splits it. Never throws. */
export function readDraft(quotation: string | readonly string[]): Draft {
  const parts = typeof quotation === 'string' ? [quotation] : quotation;
  const partStarts = new Set<number>();
  const draft = { text: '', words: [], groups: [], gaps: [] } as DraftInProgress;
  for (const part of parts) {
    const inner = part
      .replace(BLOCK_QUOTE, '')
      .trim()
      .replace(MARK_AT_START, '')
      .replace(MARK_AT_END, '')
      .trim();
    if (inner === '') continue;
    if (draft.words.length > 0) partStarts.add(draft.words.length);
    if (draft.text !== '') draft.text += ' ';
    const from = draft.text.length;
    draft.text += inner;
    readPart(draft, from);
  }
  const groupsAt = new Map<number, number[]>();
  for (const [number, group] of draft.groups.entries()) {
    for (const at of new Set([group.from, group.to])) {
      groupsAt.set(at, [...(groupsAt.get(at) ?? []), number]);
    }
  }
  const gapAt = new Map(draft.gaps.toReversed().map((gap) => [gap.at, gap]));
  return { ...draft, partStarts, gapAt, groupsAt };
}

type DraftInProgress = Pick<Draft, 'text' | 'words' | 'groups' | 'gaps'>;

function readPart(draft: DraftInProgress, from: number): void {
  const { text } = draft;
  let at = from;
  // Nothing but words and single marks: by far the most quotations.
  if (!MAYBE_SPECIAL.test(from === 0 ? text : text.slice(from))) {
    addWords(draft, from, text.length, -1);
    return;
  }
  SPECIAL.lastIndex = from;
  for (let match = SPECIAL.exec(text); match; match = SPECIAL.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    addWords(draft, at, start, -1);
    const groups = match.groups!;
    if (groups.gap) draft.gaps.push({ start, end, at: draft.words.length });
    else if (groups.edited) addEditedWord(draft, match[0], start, end);
    else if (groups.masked) addMaskedWord(draft, match[0], start, end);
    else addGroup(draft, start, end);
    at = end;
  }
  addWords(draft, at, text.length, -1);
}

function addWords(draft: DraftInProgress, from: number, to: number, group: number): void {
  for (const word of tokenise(draft.text, from, to)) draft.words.push({ ...word, group });
}

function addEditedWord(draft: DraftInProgress, letters: string, start: number, end: number): void {
  const whole = wordAt(letters.replace(/[[\]]/g, ''), start, end);
  const kept = wordAt(letters.replace(/\[[^\]]*\]/g, ''), start, end);
  const edited = { whole: whole.key, kept: kept.key, atStart: !letters.startsWith('[') };
  draft.words.push({ ...whole, group: -1, edited });
}

function addMaskedWord(draft: DraftInProgress, letters: string, start: number, end: number): void {
  const word = wordAt(letters, start, end);
  const [, before = '', mask = '', after = ''] = /^(\p{L}+)(\P{L}+)(\p{L}*)$/u.exec(letters) ?? [];
  // A dash stands for any number of letters, asterisks mostly for one each.
  const count = /^\*+$/.test(mask) ? `{0,${mask.length + 2}}` : '*';
  const masked = new RegExp(
    `^${before.toLowerCase()}[\\p{L}-]${count}${after.toLowerCase()}$`,
    'u',
  );
  draft.words.push({ ...word, group: -1, masked });
}

function addGroup(draft: DraftInProgress, start: number, end: number): void {
  const content = draft.text.slice(start + 1, end - 1);
  const note = readNote(content);
  const from = draft.words.length;
  if (!note) addWords(draft, start + 1, end - 1, draft.groups.length);
  // Brackets without words, as in `main()`, are punctuation.
  if (!note && draft.words.length === from) return;
  draft.groups.push({
    kind: draft.text[start] === '[' ? 'bracket' : 'parenthesis',
    start,
    end,
    from,
    to: draft.words.length,
    note,
    content: levelContent(content),
  });
}

const EMPHASIS =
  /^(?:(?:my|our|the|all)\s)?(?:emphas[ie]s|italics?|bold|stress|underlining)(?:\s(?:is|are))?(?:\s(?:added|mine|ours|supplied|in(?:\sthe)?\soriginal|original))?$/;
const EDITORIAL =
  /^(?:(?:long|short|brief|loud|nervous)\s)?(?:laugh(?:s|ing|ter)?|chuckl(?:es|ing)|giggles|paus(?:e|es|ing)|silence|applause|cheers|cheering|boos|booing|crosstalk|cough(?:s|ing)|sigh(?:s|ing)?|cr(?:ies|ying)|sob(?:s|bing)|weep(?:s|ing)|smil(?:es|ing)|nod(?:s|ding)?|shrugs|gestur(?:es|ing)|music|sings|singing|whistles|expletives?|expletive\s(?:deleted|removed)|bleep(?:ed)?|swear(?:s|ing|word)?|redacted|withheld|name\s(?:withheld|redacted|removed)|inaudible|unintelligible|indistinct|untranslatable|translated|translation|through\s(?:an\s)?interpreter|via\sinterpreter|in\s\p{L}+)(?:\sand\s\p{L}+)?$/u;

function levelContent(content: string): string {
  return content
    .toLowerCase()
    .replace(/[.!?:;,–—-]+/g, ' ')
    .trim()
    .replace(/\s+/g, ' ');
}

/** What kind of note the content of brackets is, or null if it is words. Also used for the source. */
export function readNote(content: string): Note | null {
  const words = levelContent(content);
  if (words === 'sic') return 'sic';
  if (EMPHASIS.test(words)) return 'emphasis-note';
  return EDITORIAL.test(words) ? 'editorial-note' : null;
}
