import { wordSet } from '../quotation/speaker/words-type';
import { SECTIONS } from './doubt-words';
import type { ParsedContributor } from './parse';
import { JOINERS, NOTE_ROLES, WORK } from './parse-words';
import { MONTHS } from './strip-surroundings';

/*
 * What of a byline went into no credit. Dates, the words between names, and the phrases that said who
 * did what are no loss; anything else may have been a name, a place or a role that Stet does not know.
 */

/** What bylines say beside names, and what no credit keeps. */
const SPENT: ReadonlySet<string> = wordSet(`
  by von par por di door av af oleh da do dal dalla dai from de en in at à au aux aus em a ad uit
  w z v i fra från desde dans depuis and und et y e och og o oraz dan with avec mit con med met
  com for für pour para per voor of the to special exclusive based posted written also is ist est
  es was автор авторы и в из на й та і у з із our own unser unsere unserer unserem unseren unserm
  onze nostro nostra nuestro nuestra notre nosso nossa vår sowie plus together along u st nd rd
  th er updated published modified last aktualisiert mis jour publié le actualizado publicado
  pubblicato il gepubliceerd op am um on el las uhr h min mins minute minutes hour hours day days
  week weeks month months ago read pm edt gmt bst utc cet cest pt pst pdt vor hace monday tuesday
  wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun montag
  dienstag mittwoch donnerstag freitag samstag sonntag stunden minuten tagen heures horas minutos
  report reports reporting reported writes berichtet berichten contributed research this story
  article staff wire agency news services twitter instagram mastodon bluesky junto copyright all
  rights reserved yesterday today just now https http www org
`);

/** The words of a text, in lower case, without marks. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
}

/**
 * The words of a byline that stand in no credit.
 *
 * @param phrases that said what somebody did, as they stood in the byline
 */
export function leftOut(
  input: string,
  contributors: readonly ParsedContributor[],
  phrases: readonly string[],
): string[] {
  const kept = new Set(
    [
      ...phrases,
      ...contributors.flatMap((one) => [
        ...[one.name, one.location, one.jobTitle, one.affiliation, one.note],
        ...[one.honorificPrefix, one.honorificSuffix, one.email, one.handle],
      ]),
    ].flatMap((text) => (text === undefined ? [] : wordsOf(text))),
  );
  const isSpent = (word: string) =>
    SPENT.has(word) ||
    MONTHS.has(word) ||
    SECTIONS.has(word) ||
    WORK.has(word) ||
    NOTE_ROLES.has(word) ||
    JOINERS.some((joiner) => joiner.word === word) ||
    // Arabic and Hebrew write "and" together with the word after it.
    (/^[וو]/u.test(word) && kept.has(word.slice(1)));
  return wordsOf(input).filter((word) => word.length > 1 && !kept.has(word) && !isSpent(word));
}
