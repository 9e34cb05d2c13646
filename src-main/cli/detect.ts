import type { Command } from 'commander';
import type { DetectedQuotation, NotQuotation } from '../../src-shared/quotation/detect/detect';
import { type ArticleText, readArticle } from './article-text';
import { describeFileError } from './failure';
import { complain, EXIT, type Io, type Run, write, writeJson } from './io';
import { oneLine } from './listing';

/** One element of what `stet detect --json` prints. */
type DetectElement = Omit<ArticleText, 'isFileText' | 'text'> & { text?: string };
type FailedElement = { file: string; error: string };

export function addDetect(program: Command, run: Run): void {
  program
    .command('detect')
    .description('find the quotations of articles, and who says them')
    .argument('<files...>', 'articles: .txt, .md or .html')
    .option('--json', 'print a JSON array, one element a file, in the order given')
    .option('--language <tag>', 'the language of the articles, e.g. de; guessed if left out')
    .addHelpText('after', HELP)
    .action((files: string[], options: { json?: true; language?: string }) =>
      detect(files, options, run),
    );
}

async function detect(
  files: readonly string[],
  options: { json?: true; language?: string },
  run: Run,
): Promise<void> {
  const { io } = run;
  const elements: (DetectElement | FailedElement)[] = [];
  for (const file of files) {
    try {
      const { isFileText, text, ...found } = await readArticle(file, options.language);
      if (options.json) elements.push(isFileText ? found : { ...found, text });
      else await printListing(io, found);
    } catch (error) {
      const words = describeFileError(error);
      elements.push({ file, error: words });
      await complain(io, `${file}: ${words}.`);
      run.exitCode = EXIT.failed;
    }
  }
  if (options.json) await writeJson(io, elements);
}

async function printListing(io: Io, found: DetectElement): Promise<void> {
  const count = found.quotations.length;
  const lines = [`${found.file}: ${count} ${count === 1 ? 'quotation' : 'quotations'}`];
  const facts = {
    Headline: found.headline,
    Standfirst: found.standfirst,
    Dateline: found.dateline,
    Byline: found.byline,
    Language: found.language,
  };
  for (const [name, value] of Object.entries(facts)) {
    if (value !== null) lines.push(`  ${name.padEnd(11)}${oneLine(value)}`);
  }
  found.quotations.forEach((quotation, index) => {
    lines.push('', `${String(index + 1).padStart(4)}  ${oneLine(quotation.text)}`);
    lines.push(`      ${speakerWords(quotation)}`);
  });
  if (found.notQuotations.length > 0) {
    lines.push('', '  In quotation marks, but said by nobody:');
    for (const other of found.notQuotations) lines.push(`      ${notQuotationWords(other)}`);
  }
  await write(io.stdout, `${lines.join('\n')}\n\n`);
}

function speakerWords({ speaker, channel }: DetectedQuotation): string {
  const through = channel ? `, through ${oneLine(channel.text)}` : '';
  if (!speaker) return `no speaker named${through}`;
  const phrase = oneLine(speaker.text);
  if (speaker.name === null) return `${phrase} (not resolved)${through}`;
  const name = speaker.name === phrase ? phrase : `${phrase} → ${speaker.name}`;
  return `${name} (${Math.round(speaker.confidence * 100)} %)${through}`;
}

function notQuotationWords({ text, kind }: NotQuotation): string {
  const words = {
    title: 'title',
    scare: 'scare quote',
    nickname: 'nickname',
    word: 'word as word',
  };
  return `${oneLine(text)}: ${words[kind]}`;
}

const HELP = `
Each element of the JSON array:
  {file, language, headline, standfirst, dateline, byline, contributors,
   quotations: [{start, end, text, kind, parts, speaker, channel, cue}],
   notQuotations: [{start, end, text, kind, reason}]}
  kind      of a quotation: direct, fragment or block; of what is none: title, scare, nickname, word
  speaker   the phrase as it stands, with the name it resolves to (or null) and a confidence
  channel   who reported it, where it is second-hand
  parts     several where an attribution splits the quotation
A file that cannot be read has {file, error}; the others are printed all the same.

Offsets are UTF-16 code units, quotation marks included. For a .txt file they count in the text of
the file, with its line endings and its byte order mark as they are. For .md and .html they count
in the plain text that Stet reads in the file, which the element then has as "text".

Example:
  stet detect story.txt wire.html --json | jq '.[].quotations[].text'`;
