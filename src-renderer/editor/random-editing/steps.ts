import * as fc from 'fast-check';
import { COMMANDS, type CommandId } from '../../../src-shared/commands';
import type { FormatCommand } from '../handle';
import type { TableCommand } from '../table/commands';
import type { Where } from './leaves';

/** One thing that an editor does to a text. Numbers of any size stand for places; the rest of them counts. */
export type Step =
  | { kind: 'type'; where: Where; text: string }
  | { kind: 'delete'; where: Where; unit: 'character' | 'word' | 'line'; isBackward: boolean }
  | { kind: 'enter'; where: Where; isSoft: boolean }
  | { kind: 'tab'; where: Where; isShift: boolean }
  | { kind: 'copy'; where: Where; isCut: boolean }
  | { kind: 'paste'; where: Where; what: 'copied' | 'plain' | { text: string } | { html: string } }
  | { kind: 'undo' | 'redo'; times: number; fails: boolean }
  | { kind: 'format'; where: Where; command: Exclude<FormatCommand, 'format.link'> }
  | { kind: 'link'; where: Where; url: string | null }
  | { kind: 'table'; where: Where; command: TableCommand }
  | { kind: 'insert-table'; where: Where; rows: number; columns: number; hasHeader: boolean }
  | { kind: 'figure'; where: Where; does: 'insert' | 'remove' | 'up' | 'down' }
  | { kind: 'quote-passage'; where: Where; text: string; fails: boolean }
  | { kind: 'link-quotation' | 'dismiss'; which: number; fails: boolean }
  | { kind: 'use-source-wording'; which: number; word: string; fails: boolean }
  | { kind: 'comment' | 'claim'; where: Where; fails: boolean }
  | { kind: 'remove-comment' | 'remove-claim'; which: number; fails: boolean }
  | { kind: 'replace-all'; query: string; replacement: string; alsoQuotations: boolean }
  | { kind: 'suggest'; isOn: boolean }
  | { kind: 'decide'; decision: 'accept' | 'reject'; which: number | null }
  | { kind: 'pause' };

const any = fc.nat(10_000);
const sure = <T>(value: T) => fc.constant(value);
const fails = fc.oneof({ weight: 5, arbitrary: sure(false) }, { weight: 1, arbitrary: sure(true) });

const cursor = fc.record({
  line: any,
  offset: fc.oneof({ weight: 3, arbitrary: any }, { weight: 1, arbitrary: sure(0) }),
  extent: sure({ units: 0 }),
  isBackward: sure(false),
});
const stretch = fc.record({
  line: any,
  offset: fc.oneof({ weight: 3, arbitrary: any }, { weight: 1, arbitrary: sure(0) }),
  extent: fc.oneof(
    { weight: 3, arbitrary: fc.record({ units: fc.nat(12) }) },
    { weight: 1, arbitrary: fc.record({ units: sure(1000) }) },
    { weight: 1, arbitrary: fc.record({ lines: fc.nat(4), offset: any }) },
  ),
  isBackward: fc.boolean(),
});
const where: fc.Arbitrary<Where> = fc.oneof(
  { weight: 3, arbitrary: cursor },
  { weight: 1, arbitrary: stretch },
);

const WORDS = [
  'a',
  ' ',
  'ferry',
  ' not',
  '“',
  '”',
  '“Yes,”',
  '. ',
  '🚢',
  'é',
  '87 ',
  '— ',
  'they said',
];
/** What Markdown makes of them is not foretold. */
const SIGNS = ['## ', '- ', '1. ', '> ', '**so**', '--- ', '[ ] '];

const TEXTS = [
  'one line',
  'One.\n\nTwo “pasted” words.\nThree.',
  'a\tb\nc\td',
  '- one\n- two',
  '“Said,” he said.\n\n“Again.”',
];
const HTMLS = [
  '<p>Web <b>words</b> and <a href="https://example.org/">a link</a>.</p>',
  '<h2>Heading</h2><p>“Quoted,” she said.</p><ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul>',
  '<blockquote><p>We stay.</p><p>All of us.</p></blockquote><p>After.</p>',
  '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>',
  '<hr><p>Below<br>two lines</p><figure><img src="https://x.example/p.png"><figcaption>Cap</figcaption></figure>',
  '<blockquote><ul><li>in a list</li></ul><table><tr><td>x</td></tr></table><h3>h</h3></blockquote>',
];

const commandsOf = <T extends CommandId>(prefix: string, ...not: string[]) =>
  Object.keys(COMMANDS).filter((id) => id.startsWith(prefix) && !not.includes(id)) as T[];
const FORMATS = commandsOf<Exclude<FormatCommand, 'format.link'>>('format.', 'format.link');
const TABLES = commandsOf<TableCommand>('table.', 'table.insert');

function kind<T extends object>(
  weight: number,
  fields: { [Key in keyof T]: fc.Arbitrary<T[Key]> },
) {
  return { weight, arbitrary: fc.record(fields) as unknown as fc.Arbitrary<Step> };
}

export const step: fc.Arbitrary<Step> = fc.oneof(
  kind(20, { kind: sure('type'), where, text: fc.constantFrom(...WORDS) }),
  kind(1, { kind: sure('type'), where: cursor, text: fc.constantFrom(...SIGNS) }),
  kind(12, {
    kind: sure('delete'),
    where,
    unit: fc.constantFrom('character', 'character', 'character', 'word', 'line'),
    isBackward: fc.boolean(),
  }),
  kind(7, { kind: sure('enter'), where, isSoft: fc.constantFrom(false, false, false, true) }),
  kind(2, { kind: sure('tab'), where, isShift: fc.boolean() }),
  kind(3, { kind: sure('copy'), where: stretch, isCut: fc.boolean() }),
  kind(6, {
    kind: sure('paste'),
    where,
    what: fc.oneof(
      { weight: 4, arbitrary: sure('copied' as const) },
      { weight: 1, arbitrary: sure('plain' as const) },
      { weight: 2, arbitrary: fc.record({ text: fc.constantFrom(...TEXTS) }) },
      { weight: 2, arbitrary: fc.record({ html: fc.constantFrom(...HTMLS) }) },
    ),
  }),
  kind(6, { kind: fc.constantFrom('undo', 'redo'), times: fc.integer({ min: 1, max: 4 }), fails }),
  kind(8, {
    kind: sure('format'),
    where: fc.oneof(where, stretch),
    command: fc.constantFrom(...FORMATS),
  }),
  kind(2, {
    kind: sure('link'),
    where: stretch,
    url: fc.option(fc.constantFrom('https://example.org/', 'https://saltmere.example/a')),
  }),
  kind(3, { kind: sure('table'), where, command: fc.constantFrom(...TABLES) }),
  kind(1, {
    kind: sure('insert-table'),
    where: cursor,
    rows: fc.integer({ min: 1, max: 2 }),
    columns: fc.integer({ min: 1, max: 2 }),
    hasHeader: fc.boolean(),
  }),
  kind(2, {
    kind: sure('figure'),
    where: cursor,
    does: fc.constantFrom('insert', 'remove', 'up', 'down'),
  }),
  kind(2, {
    kind: sure('quote-passage'),
    where,
    text: fc.constantFrom('We stay.', 'Nobody asked us'),
    fails,
  }),
  kind(3, { kind: fc.constantFrom('link-quotation', 'dismiss'), which: any, fails }),
  kind(2, {
    kind: sure('use-source-wording'),
    which: any,
    word: fc.constantFrom('never', 'not', ''),
    fails,
  }),
  kind(3, { kind: fc.constantFrom('comment', 'claim'), where: fc.oneof(where, stretch), fails }),
  kind(1, { kind: fc.constantFrom('remove-comment', 'remove-claim'), which: any, fails }),
  kind(1, {
    kind: sure('replace-all'),
    query: fc.constantFrom('a', 'ferry', 'e', 'words', 'no such'),
    replacement: fc.constantFrom('', 'x', 'harbour'),
    alsoQuotations: fc.boolean(),
  }),
  kind(1, { kind: sure('suggest'), isOn: fc.constantFrom(false, false, true) }),
  kind(2, {
    kind: sure('decide'),
    decision: fc.constantFrom('accept', 'reject'),
    which: fc.option(any, { freq: 2 }),
  }),
  kind(6, { kind: sure('pause') }),
);
