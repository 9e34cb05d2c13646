import {
  type BinaryModule,
  Dialect as Dialects,
  type Lint,
  LocalLinter,
  SuggestionKind,
} from 'harper.js';
import { slimBinary } from 'harper.js/slimBinary';
import type { Dialect } from '../../src-shared/spelling/checkers';
import type { Problem } from '../../src-shared/spelling/problem';
import { MOST_SUGGESTIONS, type Reader } from './checker';

/** Kinds of lints that are about how a word is written. */
const SPELLING = new Set(['Spelling', 'Typo']);
/**
 * Kinds that are about taste: an editor has a style of their own, and the house has a profile. Marks and
 * dashes are set by the article's language (typeset.ts), of which Harper knows nothing.
 */
const LEFT_OUT = new Set(['Enhancement', 'Readability', 'Style', 'Formatting', 'Punctuation']);
/** Rules that are wrong about news more often than right: "water board" is two words, "um" is said. */
const LEFT_OUT_RULES = new Set(['CompoundNouns', 'FillerWords']);
/** A misspelt word; what Harper's rules call it. */
const UNKNOWN_WORD = 'SpellCheck';

/** Opens Harper for one kind of English: about two seconds, and memory that ends with the thread. */
export async function openHarper(
  dialect: Dialect,
  binary: BinaryModule = slimBinary,
): Promise<Reader> {
  const linter = new LocalLinter({ binary, dialect: Dialects[dialect] });
  await linter.setup();
  return {
    async check(text) {
      const found = await linter.organizedLints(text, { language: 'plaintext' });
      const problems: Problem[] = [];
      for (const [rule, lints] of Object.entries(found)) {
        for (const lint of lints) {
          const problem = problemOf(text, rule, lint);
          if (problem) problems.push(problem);
          // It lives in WebAssembly's memory, which nobody clears up.
          lint.free();
        }
      }
      return problems.sort((one, other) => one.start - other.start);
    },
    suggest: () => [],
  };
}

function problemOf(text: string, rule: string, lint: Lint): Problem | null {
  const kind = lint.lint_kind();
  if (LEFT_OUT.has(kind) || LEFT_OUT_RULES.has(rule)) return null;
  const { start, end } = lint.span();
  const words = text.slice(start, end);
  const suggestions: string[] = [];
  for (const suggestion of lint.suggestions()) {
    const written = suggestion.get_replacement_text();
    const replacement =
      suggestion.kind() === SuggestionKind.InsertAfter ? words + written : written;
    // Nothing is a suggestion, too: words that are to go.
    if (!suggestions.includes(replacement)) suggestions.push(replacement);
    suggestion.free();
  }
  return {
    start,
    end,
    kind: SPELLING.has(kind) ? 'spelling' : 'grammar',
    rule,
    message: rule === UNKNOWN_WORD ? '' : plain(lint.message()),
    suggestions: suggestions.slice(0, MOST_SUGGESTIONS),
  };
}

/** Harper writes its messages in Markdown: words as code. */
function plain(message: string): string {
  return message.replace(/`([^`]*)`/g, '“$1”').replace(/\*\*?([^*]+)\*\*?/g, '$1');
}
