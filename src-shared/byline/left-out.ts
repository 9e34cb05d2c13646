import { wordSet } from '../quotation/speaker/words-type';
import { SECTIONS } from './doubt-words';
import type { ParsedContributor } from './parse';
import { JOINERS, WORK } from './parse-words';
import { markerAt, NOTE_ROLES } from './role-markers';
import { MONTHS } from './strip-surroundings';

/*
 * What of a byline went into no credit. Dates, the words between names, and the phrases that said who
 * did what are no loss; anything else may have been a name, a place or a role that Stet does not know.
 */

/** What bylines say beside names, and what no credit keeps. */
const SPENT: ReadonlySet<string> = wordSet(`
  by von par por di door av af oleh da do dal dalla dai from de en in at à au aux aus em a ad uit
  w z v i fra från desde dans depuis and und et y e och og o oraz dan with avec mit con med met
  com for für pour para per voor för dla для спеціально специально especial spécial nos ses of the to special exclusive based posted written also is ist est
  es was автор авторы и в из на й та і у з із our own unser unsere unserer unserem unseren unserm
  onze nostro nostra nuestro nuestra notre nosso nossa vår sowie plus together along u st nd rd
  th er updated published modified last aktualisiert mis jour publié le actualizado publicado
  pubblicato il gepubliceerd op am um on el las uhr h min mins minute minutes hour hours day days
  week weeks month months ago read pm edt gmt bst utc cet cest pt pst pdt vor hace monday tuesday
  wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun montag
  dienstag mittwoch donnerstag freitag samstag sonntag stunden minuten tagen heures horas minutos
  report reports reporting reported writes berichtet berichten contributed this story article
  follow twitter instagram mastodon bluesky junto copyright all rights reserved yesterday today just now
  https http www org via من في
`);

/** The words of a text as they are printed, without marks. */
function printedWords(text: string): string[] {
  return text.match(/[\p{L}\p{M}]+/gu) ?? [];
}

const wordsOf = (text: string) => printedWords(text.toLowerCase());

/**
 * The words of a byline that stand in no credit; one that stands there twice has to be in two.
 *
 * @param phrases that said what somebody did, as they stood in the byline
 */
export function leftOut(
  input: string,
  contributors: readonly ParsedContributor[],
  phrases: readonly string[],
): string[] {
  const kept = new Map<string, number>();
  for (const word of [...phrases, ...contributors.flatMap(saidOf)].flatMap(wordsOf)) {
    kept.set(word, (kept.get(word) ?? 0) + 1);
  }
  const roles = new Set(contributors.flatMap(({ role, roles: all }) => all ?? [role]));
  const isSpent = (word: string) => {
    const role = WORK.get(word) ?? NOTE_ROLES.get(word);
    return (
      SPENT.has(word) ||
      MONTHS.has(word) ||
      (role !== undefined && roles.has(role)) ||
      markerAt(`${word}: `)?.roles.some((one) => roles.has(one)) === true ||
      JOINERS.some((joiner) => joiner.word === word)
    );
  };
  const take = (word: string) => {
    const count = kept.get(word) ?? 0;
    kept.set(word, count - 1);
    return count > 0;
  };
  return printedWords(withoutSections(input)).filter((printed) => {
    const word = printed.toLowerCase();
    if (word.length < 2 || take(word) || isSpent(word)) return false;
    // Arabic and Hebrew write "and", "in" and "from" together with the word after it.
    return !(/^[\u0648\u05d5\u05d1\u05de]/u.test(word) && take(word.slice(1)));
  });
}

/** "Opinion | Rosa Vale": a part of the paper that stands by itself. */
function withoutSections(input: string): string {
  const parts = input.split(/[|·•>\r\n]|\s[/–—-]+\s|^\s*(\p{L}+),/u);
  return parts.filter((part) => part && !SECTIONS.has(part.trim().toLowerCase())).join(' ');
}

/** What a credit says, in words. */
function saidOf(one: ParsedContributor): string[] {
  return [
    ...[one.name, one.location, one.jobTitle, one.affiliation, one.note],
    ...[one.honorificPrefix, one.honorificSuffix, one.email, one.handle],
  ].filter((text) => text !== undefined);
}
