/*
 * Words for people and bodies. German makes new ones at any time (Hafenamtsleiterin, CSU-Landeschef),
 * so that their last part decides.
 */
import { CAPITAL, classAt } from './lexicon';
import type { Token } from './tokens';
import { endingWith, type SpeakerWords } from './words-type';

/** Last parts that make a compound, which no surname has. */
const GERMAN_OFFICE = endingWith(
  `
    sprecher minister präsident kanzler chef leiter direktor bürgermeister professor expert
    anwält forscher trainer politiker führer sekretär meister manager berater kommissar
    richterin landrät stadträt nationalrät ständerät gemeinderät senator dezernent kämmer
    intendant kandidat kapitän spieler schaffer händler arbeiter mitarbeiter vertreter sieger
    verteidiger beobachter gegner anhänger inhaber betreiber gründer lehrer leser nutzer
    besucher bewohner anwohner wissenschaftler gewerkschafter gewerkschaftler unternehmer
    funktionär assistent referent dozent redakteur ingenieur kommandeur regisseur architekt
    ökonom volkswirt betriebswirt analyst journalist polizist aktivist jurist spezialist
    lobbyist musiker kritiker chemiker physiker historiker mediziner meteorologe biologe
    soziologe psychologe virologe theologe politologe archäologe geologe pädagoge strateg
    kolleg zeug nachbar freund partner mitglied ermittler retter helfer schützer wächter fahrer
    bäuer landwirt gastwirt hotelier bankier banker vermieter mieter eigentümer aufseher
    betreuer pfleger erzieher schüler student patient zuschauer sänger autor künstler
    schriftsteller darsteller gutachter veranstalter organisator initiator koordinator
    moderator inspektor kurator rektor doktor vizekanzler obmann obfrau hauptmann kaufmann
    fachmann kameramann feuerwehrmann sachbearbeiter jäger förster pilot lotse diplomat soldat
    attaché botschafter gesandt vorstand vorständ stadtpräsident ammann`,
  '(?:s|n|en|in|innen|e|er)?',
);
/** Feminine nouns of agents: "Verhandlungsführerin", "Meteorologin". */
const GERMAN_WOMAN = /(?:[^e]er|ist|ant|ent|log|eur|[^m]or|är|ekt|ik|ät|ärt|ält|ekan)in(?:nen)?$/u;
const GERMAN_BODY = endingWith(
  `
    ministerium präsidium amt verband verbands partei polizei behörde gericht gerichtshof
    regierung kommission fraktion gewerkschaft stiftung klinik klinikum krankenhaus universität
    hochschule institut konzern unternehmen firma bank kasse verein club klub zentrale
    verwaltung wehr staatsanwaltschaft kanzlei kanzleramt parlament senat kirche bistum diözese
    koalition opposition union bündnis initiative organisation agentur zentrum kammer rat
    bundestag landtag stadtwerke werke betriebe leitung führung spitze autobauer hersteller
    anbieter betreiber kreise kreisen ausschuss beirat vorstand management konferenz
    gesellschaft genossenschaft innung liga bund nbund zeitung magazin blatt`,
  '(?:s|es|en|n)?',
);

/** What German words have been found to be: an article says the same ones over and over. */
const known = new Map<string, number>();
const MOST_KNOWN = 20_000;
const ROLE = 1;
const BODY = 2;

function kindOfWord(lower: string): number {
  const found = known.get(lower);
  if (found !== undefined) return found;
  const role = lower.length > 6 && (GERMAN_OFFICE.test(lower) || GERMAN_WOMAN.test(lower));
  const kind = (role ? ROLE : 0) | (lower.length > 5 && GERMAN_BODY.test(lower) ? BODY : 0);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(lower, kind);
  return kind;
}

/** Is this word (in lower case) an office, a trade or another word for a person? */
export function isRole(lower: string, words: SpeakerWords): boolean {
  if (words.roles.has(lower)) return true;
  if (words.language !== 'de') return false;
  return (kindOfWord(lower) & ROLE) !== 0 || isPluralRole(lower, words);
}

/** SPD, VfL, GdP: short, and with two capitals or a capital and a number. */
function isAcronym(text: string): boolean {
  if (text.length < 2 || text.length > 6 || !(classAt(text, 0) & CAPITAL)) return false;
  for (let at = 1; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (classAt(text, at) & CAPITAL || (letter >= '0' && letter <= '9')) return !/[-.]/u.test(text);
  }
  return false;
}

/** Bauern, Sprecherinnen: the plural of a German office. */
function isPluralRole(lower: string, words: SpeakerWords): boolean {
  if (!lower.endsWith('n')) return false;
  const { roles } = words;
  return (
    roles.has(lower.slice(0, -1)) ||
    roles.has(lower.slice(0, -2)) ||
    (lower.endsWith('innen') && roles.has(lower.slice(0, -3)))
  );
}

/** Does this word name a body that can speak: a ministry, a party, a firm? */
export function isBody(token: Pick<Token, 'text' | 'lower'>, words: SpeakerWords): boolean {
  if (words.organisations.has(token.lower)) return true;
  if (words.language !== 'de') return false;
  return (kindOfWord(token.lower) & BODY) !== 0 || isAcronym(token.text);
}

/** The pronoun for a German office: Sprecherin, Sprecher; null for Mitglied and the like. */
export function roleGender(lower: string, words: SpeakerWords): 'he' | 'she' | null {
  if (words.language !== 'de' || /(?:mitglied|vorstand|person|gast|ende|gesandte)$/u.test(lower)) {
    return null;
  }
  if (/in$/u.test(lower)) return 'she';
  if (/^(?:frau|mutter|tochter|schwester|witwe)$/u.test(lower)) return 'she';
  // "die Vorsitzende", "der Abgeordnete": the article tells, not the ending.
  return /(?:e|en|er)$/u.test(lower) &&
    /(?:vorsitzende|abgeordnete|beamte|sachverständige)/u.test(lower)
    ? null
    : 'he';
}
