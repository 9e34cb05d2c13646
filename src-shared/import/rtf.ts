import { StetError } from '../errors';
import type { Extraction } from '../model/source';
import { CODE_PAGE_OF_CHARSET, decodeCodePage } from './code-pages';
import { extractDocument } from './document';
import { RtfLines } from './rtf-lines';
import { type RtfToken, rtfTokens } from './rtf-tokens';

/*
 * RTF 1.9.1. No library fits: rtf-parser and its offspring are unmaintained and want Node's streams,
 * rtf-stream-parser wants them too and reads mail bodies only, rtf.js draws pages into a DOM, and
 * officeparser brings a second pdf.js and an OCR engine along.
 */

/** What the text of a group is for. */
type Destination = 'text' | 'skip' | 'fonts' | 'info' | 'property' | 'date' | 'container';

/** In bytes; runs this long are decoded at once, shorter ones together with what follows. */
const LONG_RUN = 4096;
const DEEPEST = 1000;
const LONGEST_WAIT = 1 << 20;

/** What a group hands down to the groups inside it. */
interface State {
  destination: Destination;
  /** Fallback characters after each `\u`. */
  fallbacks: number;
  font: number | null;
  isHidden: boolean;
  isDeleted: boolean;
  /** Whether a note or a text box ends with the group. */
  isAside: boolean;
}

const PROPERTIES: Readonly<Record<string, 'title' | 'creator' | 'keywords' | 'description'>> = {
  title: 'title',
  author: 'creator',
  keywords: 'keywords',
  doccomm: 'description',
};

/** Groups whose words are not the text's. Those behind `\*` are left out unless they are known. */
const LEFT_OUT = new Set(
  'colortbl stylesheet header headerl headerr headerf footer footerl footerr footerf pict nonshppict object fldinst annotation atnid atnauthor atntime atndate atnref listtext pntext pntxta pntxtb shprslt sp tc tcn xe ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn filetbl revtbl rxe bkmkstart bkmkend nonesttables private themedata'.split(
    ' ',
  ),
);
/** Groups of which only one inner group is text: shapes with their words, words in two encodings. */
const CONTAINERS = new Set(['shpinst', 'do', 'upr']);
const CONTAINED = new Set(['shptxt', 'dptxbxtext', 'ud']);

const CHARACTERS: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  tab: '\t',
  line: '\n',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '',
  rtlmark: '',
};
const SYMBOLS: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  _: '\u2011',
  '-': '',
  '{': '{',
  '}': '}',
  '\\': '\\',
  '\n': '\n',
  '\r': '\n',
  '\t': '\t',
};
const HEADER_CODE_PAGES: Readonly<Record<string, number>> = {
  ansi: 1252,
  mac: 10000,
  pc: 437,
  pca: 850,
};

/**
 * Reads a Rich Text document: paragraphs, lists, tables, text boxes and notes. Tracked deletions,
 * comments, headers, footers and hidden text are left out. Throws `file-unreadable` where the file
 * ends before its groups do.
 */
export function extractRtf(bytes: Uint8Array, name: string): Extraction {
  const reading = new Reading();
  for (const token of rtfTokens(bytes)) reading.take(token);
  if (!reading.isWhole) throw new StetError('file-unreadable', { name });
  const { lines, properties } = reading;
  return extractDocument(lines.finish(), properties);
}

class Reading {
  readonly lines = new RtfLines();
  readonly properties: Record<string, string> = {};
  private readonly outer: State[] = [];
  private state: State = {
    destination: 'text',
    fallbacks: 1,
    font: null,
    isHidden: false,
    isDeleted: false,
    isAside: false,
  };
  private readonly codePages = new Map<number, number>();
  private defaultCodePage = 1252;
  private defaultFont: number | null = null;
  private fontInTable = 0;
  private property = '';
  /** Fallback characters still to be left out. */
  private pending = 0;
  private isStarred = false;
  /** Bytes of one code page that wait to be decoded together: some characters have two. */
  private waiting: number[] = [];

  get isWhole(): boolean {
    return this.outer.length === 0;
  }

  take(token: RtfToken): void {
    switch (token.type) {
      case 'bytes':
        this.isStarred = false;
        this.takeBytes(token.bytes);
        return;
      case 'byte':
        this.isStarred = false;
        if (this.pending > 0) this.pending -= 1;
        else if (this.state.destination !== 'skip') this.waiting.push(token.byte);
        if (this.waiting.length > LONGEST_WAIT) this.decodeWaiting();
        return;
    }
    this.decodeWaiting();
    switch (token.type) {
      case 'open':
        this.pending = 0;
        if (this.outer.length >= DEEPEST) throw new RangeError('Groups are nested beyond reason.');
        this.outer.push(this.state);
        this.state = { ...this.state, isAside: false };
        return;
      case 'close':
        this.close();
        return;
      case 'symbol':
        if (token.symbol === '*') this.isStarred = true;
        else if (this.pending > 0) this.pending -= 1;
        else this.put(SYMBOLS[token.symbol] ?? '');
        return;
      case 'word': {
        const isStarred = this.isStarred;
        this.isStarred = false;
        this.word(token.word, token.number, isStarred);
      }
    }
  }

  private takeBytes(bytes: Uint8Array): void {
    const skipped = Math.min(this.pending, bytes.length);
    this.pending -= skipped;
    if (this.state.destination === 'skip' || skipped === bytes.length) return;
    const text = bytes.subarray(skipped);
    if (this.waiting.length > 0 && text.length < LONG_RUN) this.waiting.push(...text);
    else {
      this.decodeWaiting();
      const isAscii = text.every((byte) => byte < 0x80);
      if (isAscii) this.put(ascii(text));
      else if (text.length < LONG_RUN) this.waiting.push(...text);
      else this.put(decodeCodePage(this.codePage(), text));
    }
  }

  private close(): void {
    this.pending = 0;
    const { isAside } = this.state;
    this.state = this.outer.pop() ?? this.state;
    if (isAside) this.lines.endAside();
  }

  private codePage(): number {
    const font = this.state.font ?? this.defaultFont;
    return (font === null ? undefined : this.codePages.get(font)) ?? this.defaultCodePage;
  }

  private decodeWaiting(): void {
    if (this.waiting.length === 0) return;
    this.put(decodeCodePage(this.codePage(), Uint8Array.from(this.waiting)));
    this.waiting = [];
  }

  private put(text: string): void {
    const { destination, isHidden, isDeleted } = this.state;
    if (text === '') return;
    if (destination === 'property') {
      this.properties[this.property] = (this.properties[this.property] ?? '') + text;
    } else if (destination === 'text' && !isHidden && !isDeleted) {
      this.lines.add(text);
    }
  }

  private word(word: string, number: number | null, isStarred: boolean): void {
    if (word === 'u') {
      this.put(String.fromCharCode(((number ?? 0) + 0x10000) & 0xffff));
      this.pending = this.state.fallbacks;
      return;
    }
    if (this.pending > 0) {
      this.pending -= 1;
      if (Object.hasOwn(CHARACTERS, word)) return;
    }
    const { state } = this;
    if (this.destinationWord(word, isStarred)) return;
    if (state.destination === 'skip' || state.destination === 'container') return;
    switch (word) {
      case 'uc':
        state.fallbacks = Math.max(0, number ?? 1);
        return;
      case 'f':
        if (state.destination === 'fonts') this.fontInTable = number ?? 0;
        else state.font = number;
        return;
      case 'fcharset':
      case 'cpg':
        this.setFontCodePage(word === 'cpg' ? number : CODE_PAGE_OF_CHARSET[number ?? 0]);
        return;
      case 'ansicpg':
        this.defaultCodePage = number || 1252;
        return;
      case 'deff':
        this.defaultFont = number;
        return;
      case 'plain':
        state.font = null;
        state.isHidden = false;
        state.isDeleted = false;
        return;
      case 'v':
        state.isHidden = number !== 0;
        return;
      case 'deleted':
        state.isDeleted = number !== 0;
        return;
      case 'yr':
      case 'mo':
      case 'dy':
        if (state.destination === 'date') this.datePart(number ?? 0);
        return;
    }
    const page = HEADER_CODE_PAGES[word];
    if (page !== undefined && Object.hasOwn(HEADER_CODE_PAGES, word)) this.defaultCodePage = page;
    else if (Object.hasOwn(CHARACTERS, word)) this.put(CHARACTERS[word] ?? '');
    else if (state.destination === 'text') this.lines.control(word, number);
  }

  /** True for a word that says what its group is for. */
  private destinationWord(word: string, isStarred: boolean): boolean {
    const { state } = this;
    if (state.destination === 'info' || state.destination === 'date') {
      const property = PROPERTIES[word];
      if (property !== undefined && Object.hasOwn(PROPERTIES, word)) {
        // Some writers say the same again further down.
        state.destination = Object.hasOwn(this.properties, property) ? 'skip' : 'property';
        this.property = property;
        return true;
      }
      if (word === 'creatim') state.destination = 'date';
      else if (word === 'revtim' || word === 'printim' || word === 'buptim') {
        state.destination = 'skip';
      }
      return state.destination !== 'date' || word === 'creatim';
    }
    if (state.destination === 'container' && CONTAINED.has(word)) {
      state.destination = 'text';
      if (word !== 'ud') {
        this.lines.startBox();
        state.isAside = true;
      }
    } else if (state.destination === 'skip' || state.destination === 'container') return false;
    else if (CONTAINERS.has(word)) state.destination = 'container';
    else if (word === 'fonttbl') state.destination = 'fonts';
    else if (word === 'info') state.destination = 'info';
    else if (word === 'footnote') {
      this.lines.startNote();
      state.isAside = true;
    } else if (isStarred || LEFT_OUT.has(word)) state.destination = 'skip';
    else return false;
    return true;
  }

  private setFontCodePage(codePage: number | null | undefined): void {
    if (this.state.destination === 'fonts' && codePage) {
      this.codePages.set(this.fontInTable, codePage);
    }
  }

  private datePart(number: number): void {
    const before = this.properties.created;
    const part = String(number).padStart(2, '0');
    this.properties.created = before === undefined ? part : `${before}-${part}`;
  }
}

function ascii(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return text;
}
