import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { splitNames } from '../../src-shared/byline/split-names';
import { type Credit, type CreditTier, tierOf } from '../../src-shared/model/byline';
import type { ExportInput } from './input';

/** The line with its names marked, whether it was generated, written by hand or frozen. */
export function bylineElement(input: ExportInput): Element[] {
  const { line } = input.article.byline;
  return line === '' ? [] : [h('p.byline', marked(input, 'byline', line, 'p-author'))];
}

/** Whoever is named below the article, likewise. */
export function creditsElement(input: ExportInput): Element[] {
  const { tail } = input.article.byline;
  return tail === '' ? [] : [h('p.credits', marked(input, 'tagline', tail, 'p-contributor'))];
}

function marked(
  { article, people = [] }: ExportInput,
  tier: CreditTier,
  line: string,
  className: string,
): ElementContent[] {
  const named = article.byline.credits.filter((credit) => tierOf(credit) === tier);
  const pieces = splitNames(
    line,
    named.map(({ name }) => name),
  );
  return pieces.flatMap(({ text, name }): ElementContent[] => {
    const credit = name === null ? undefined : named[name];
    if (!credit) return lineContent(text, article.byline.credits);
    const url = people.find((person) => person.id === credit.personId)?.url;
    return [
      url
        ? h('a', { className: [className, 'h-card'], rel: ['author'], href: url }, text)
        : h('span', { className: [className] }, text),
    ];
  });
}

/** A line whose names, titles, houses and places stand apart from the words between, for setDirections. */
export function lineContent(text: string, credits: readonly Credit[]): ElementContent[] {
  const details = credits.flatMap(({ name, jobTitle, affiliation, location, note }) =>
    [name, jobTitle, affiliation, location, note].filter((one) => one !== null),
  );
  return splitNames(text, details).flatMap((piece) =>
    piece.name === null ? withLineBreaks(piece.text) : [h('bdi', piece.text)],
  );
}

function withLineBreaks(text: string): ElementContent[] {
  return text
    .split('\n')
    .flatMap((value, index): ElementContent[] => [
      ...(index === 0 ? [] : [h('br')]),
      ...(value === '' ? [] : [{ type: 'text' as const, value }]),
    ]);
}
