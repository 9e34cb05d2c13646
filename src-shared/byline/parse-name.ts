import { wordSet } from '../quotation/speaker/words-type';
import { isKnownHouse } from './agency-words';
import { isGivenName, isStranger } from './doubt-words';
import {
  ANONYMOUS,
  COLLECTIVE,
  COLLECTIVE_ALONE,
  HEADS,
  JOB_NOUNS,
  ORGANISATION_WORDS,
  OUR,
  SYSTEM_USER,
} from './parse-words';

export type ContributorKind = 'person' | 'organization' | 'collective' | 'anonymous' | 'unknown';

/** What a name stands for, judged from its words alone. */
export function kindOfName(name: string): ContributorKind {
  if (SYSTEM_USER.test(name)) return 'unknown';
  if (ANONYMOUS.test(name) || isOurs(name) || isOfficeAlone(name)) return 'anonymous';
  if (COLLECTIVE.test(name) || COLLECTIVE_ALONE.test(name)) return 'collective';
  return isOrganisation(name) ? 'organization' : 'person';
}

/** "notre correspondante", "unserem Korrespondenten": an office of the house, and no name. */
function isOurs(name: string): boolean {
  const ours = OUR.exec(name)?.[0];
  const rest = ours === undefined ? [] : name.slice(ours.length).split(/\s+/u);
  const isSmall = rest.every((word) => /^\p{Ll}/u.test(word) || isJobNoun(word));
  return isSmall && rest.some(isJobNoun);
}

/** "Political Correspondent", "Daily Express Reporter", "HT Correspondent": an office, and no name. */
function isOfficeAlone(name: string): boolean {
  const words = name.split(/\s+/u);
  const house = words.slice(0, -1).join(' ');
  if (house === '' || !/^(?:reporter|correspondent|writer)$/iu.test(words.at(-1) ?? ''))
    return false;
  const isOfHouse = (word: string) => ORGANISATION_WORDS.has(word.toLowerCase());
  return (
    isKnownHouse(house) ||
    /^\p{Lu}{2,5}$/u.test(house) ||
    words.slice(0, -1).every((word) => isOffice(word) || isStranger(word) || isOfHouse(word))
  );
}

/** What papers are called, and people. */
const SURNAMES = /\s(?:Post|Press|Herald|Ledger|Union|Trust|School|College|Planet)$/u;

/** "Diario de Burgos", "La Voz de Galicia", "Agencia EFE", "وكالة …": what it is comes first. */
const HOUSE_FIRST =
  /^(?:(?:(?:la|les?|el|il|lo|o|a)\s|l[’'])(?:courrier|corriere|correo|correio|voz|voix|tribune|tribuna|dépêche|gazzetta|gazeta|gaceta|giornale|messaggero|heraldo|jornal|diario|diário|periódico|nouvel(?:le)?\s\p{L}+)(?=\s(?:d[aeiou]?[elrs]?\s|\p{Lu})|$)|(?:agencia|agência|agenzia|agence|nachrichtenagentur|diario|diário|jornal|gazzetta|gazeta|gaceta|corriere|courrier|correo|correio|giornale|heraldo|dagblad|tribuna|radio|rádio|fundación|fundação|fondazione|fondation|universidade?|università|université|universität|universiteit|instituto|istituto|ministerio|ministère|asociación|associazione|associação|revista|revue|rivista)\s(?=d|van\s|het\s|\p{Lu})|(?:وكالة|صحيفة|جريدة|مجلة|قناة|موقع|شبكة|إذاعة|تلفزيون|مؤسسة|مركز|معهد|جامعة|وزارة|סוכנות|עיתון|ערוץ|מכון|אוניברסיטת|משרד)\s)/iu;
/** "Hamburger Abendblatt", "Nederlands Dagblad". */
const HOUSE_LAST =
  /(?:^|[\s-])\p{L}*(?:zeitung|blatt|anzeiger|rundschau|nachrichten|rundfunk|krant|dagblad|dagbladet|tidning(?:en)?)$/iu;

/** "Associated Press", "dpa", "The Daily Planet", "Marks & Spencer". */
export function isOrganisation(name: string): boolean {
  const lower = name.toLowerCase();
  if (isKnownHouse(name)) return true;
  // "CNN Business": a section of a known house.
  const [house = ''] = name.split(' ');
  const isCapital = house.length > 1 && house === house.toUpperCase();
  const isSection = /^\S+(?:\s[\p{Lu}&]\S*)+$/u.test(name) && !isAllCapitals(name);
  if (isCapital && isKnownHouse(house) && isSection) return true;
  const words = lower.replace(/\.$/u, '').split(/[\s-]+/u);
  if (words.length === 2 && SURNAMES.test(name) && isGivenName(house)) return false;
  if (words.length > 1) {
    const names = words.some(
      (word, index) =>
        ORGANISATION_WORDS.has(word) &&
        (index === words.length - 1 || words[0] === 'the' || words[index + 1] === 'of'),
    );
    if (names) return true;
  }
  if (HOUSE_FIRST.test(name) || HOUSE_LAST.test(name)) return true;
  // Firms are written with an ampersand between surnames; two people with an "and".
  return /^\p{Lu}[\p{L}'’-]*\s&\s\p{Lu}[\p{L}'’-]*$/u.test(name);
}

/** Nouns of offices that other words are put before, without a space: "Wirtschaftsredakteurin". */
const JOB_ENDING =
  /(?:redakteur|reporter|korrespondent|journalist|kolumnist|redacteur|verslaggever|correspondent|fotograf|chef|leiter|autor)(?:in|innen|en|e)?$/u;

/** "editor", "Chefreporterin": does a word name an office by itself? */
export function isJobNoun(word: string): boolean {
  const lower = word.toLowerCase();
  return JOB_NOUNS.has(lower) || JOB_ENDING.test(lower);
}

/** "cheffe du service politique", "Leiterin des Ressorts Kultur". */
const HEAD_OF =
  /^(?:\p{Ll}+\s)?(?:chef(?:fe)?|direct(?:eur|rice)|responsable|responsabile|jef[ea]|caporedattore|coordinador[ea]?|leiter(?:in)?|chefin)\s(?:du|de|des|della?|del|der)\s/iu;

/** Does this read like an office: "political editor", "Chief Correspondent"? */
export function isJobTitle(text: string): boolean {
  const words = text.toLowerCase().split(/\s+/u);
  if (words.length > 8) return false;
  const last = words.at(-1) ?? '';
  const head = words.findIndex((word) => /^(?:of|for|at|in)$/u.test(word));
  if (
    isJobNoun(last) ||
    (head > 0 && (isJobNoun(words[head - 1] ?? '') || HEADS.has(words[head - 1] ?? '')))
  )
    return true;
  if (HEAD_OF.test(text)) return true;
  // "envoyée spéciale à Kiev", "Redakteurin im Ressort": the noun comes first, and no name does.
  const [first = '', second = ''] = text.split(/\s+/u);
  return isJobNoun(words[0] ?? '') && (/^\p{Ll}/u.test(first) || /^\p{Ll}/u.test(second));
}

/**
 * Cuts "Jim Waterson Media editor" into name and title; null where no title follows the name. A
 * title begins at its last capital, or at its first small word.
 */
export function splitJobTitle(
  text: string,
): { name: string; jobTitle: string; guessed: boolean } | null {
  const words = text.split(' ');
  const last = words.at(-1) ?? '';
  if (words.length > 3 && /^\p{Lu}/u.test(last) && isJobNoun(last)) {
    // Capitals do not tell where the name ends; words of offices do, or the editor is asked.
    const name = words.findLastIndex(
      (word, index) => index < words.length - 1 && !isOffice(word) && !isKnownHouse(word),
    );
    const start = Math.max(name + 1, 2);
    const isPlain = start < words.length - 1 && start < 5;
    return {
      name: words.slice(0, isPlain ? start : 2).join(' '),
      jobTitle: words.slice(isPlain ? start : 2).join(' '),
      guessed: !isPlain,
    };
  }
  if (words.length < 3 || !isJobNoun(last) || /^\p{Lu}/u.test(last)) return null;
  let start = words.length - 1;
  while (start > 0 && /^\p{Ll}/u.test(words[start - 1] ?? '')) start -= 1;
  const isCapital = start >= 3 && /^\p{Lu}/u.test(words[start - 1] ?? '');
  if (isCapital) start -= 1;
  const isRegion = REGIONS.test(words.slice(start - 1, start + 1).join(' '));
  if (isCapital && start > 2 && isRegion) start -= 1;
  if (start < 2) return null;
  return {
    name: words.slice(0, start).join(' '),
    jobTitle: words.slice(start).join(' '),
    // With more than two words before it, a capital does not tell where the name ends.
    guessed: isCapital && !isRegion && start > 2 && !isOffice(words[start] ?? ''),
  };
}

/** What correspondents are named after, in two words. */
const REGIONS =
  /^(?:(?:middle|far|near) east|(?:latin|north|south|central) america|(?:north|south|east|west|central) africa|(?:south|east|central) asia|(?:eastern|western|central|northern|southern) europe|(?:south|north) (?:korea|east|west)|hong kong)$/iu;

/** What kind of editor, reporter or correspondent: nobody is called so. */
const OFFICE_WORDS = wordSet(`
  senior chief deputy assistant associate executive managing staff special political foreign national
  diplomatic economics economic business financial sports science health education environment
  technology crime legal defence security media royal city investigations investigative
  consumer transport religious and arts culture features data home world middle east european
`);

export const isOffice = (word: string) => OFFICE_WORDS.has(word.toLowerCase());

/** "Political editor Jane Doe", "Jane Doe is political editor", "Jane Doe Associated Press". */
export function splitOffice(
  text: string,
): { name: string; jobTitle?: string; affiliation?: string; guessed: boolean } | null {
  const is = /^(\S+(?:\s\S+){1,3}?)\s(?:is|ist|est|es)\s(.+)$/u.exec(text);
  if (is?.[1] && is[2] && isJobTitle(is[2])) {
    return { name: is[1], jobTitle: is[2], guessed: false };
  }
  const words = text.split(' ');
  const office = words.findLastIndex((word, index) => index < words.length - 2 && isJobNoun(word));
  // "Professor" is kept as what one is called by.
  if (office === 0 && /^professor$/iu.test(words[0] ?? '')) return null;
  const after = words.slice(office + 1);
  const isFullName =
    after.length >= 2 && after.every((word) => /^\p{Lu}/u.test(word) && !isJobNoun(word));
  if (office >= 0 && office <= 3 && isFullName) {
    const jobTitle = words.slice(0, office + 1).join(' ');
    // Capitals do not tell an office from a name, its words do.
    const isPlain = words.slice(0, office).every(isOffice);
    const guessed = !/^\p{Ll}|\s\p{Ll}/u.test(jobTitle) && !(isPlain && office > 0);
    return { name: after.join(' '), jobTitle, guessed };
  }
  for (let index = 2; index < words.length; index += 1) {
    const house = words.slice(index).join(' ');
    if (isKnownHouse(house)) {
      return { name: words.slice(0, index).join(' '), affiliation: house, guessed: false };
    }
  }
  return null;
}

/** True for a name set in capitals, the small letters of Mc and Mac aside. */
export function isAllCapitals(name: string): boolean {
  const letters = name.replace(/\bM(?:ac|c)(?=\p{Lu})/gu, 'M').replace(/[^\p{L}]/gu, '');
  return (
    letters.length > 2 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  );
}

const PARTICLE =
  /^(?:van|von|der|den|de|da|di|la|le|du|del|della|bin|ibn|ter|zu|do|dos|das|e|y)$/iu;

/** A name in capitals as it may be written: a guess, to be flagged. Mixed case is never touched. */
export function fromCapitals(name: string): string {
  const words = name.split(' ');
  return words
    .map((word, index) => {
      if (/^(?:\p{Lu}\.)+$/u.test(word) || /^(?:II|III|IV)$/u.test(word)) return word;
      if (index > 0 && index < words.length - 1 && PARTICLE.test(word)) return word.toLowerCase();
      return word.split('-').map(capitalise).join('-');
    })
    .join(' ');
}

function capitalise(word: string): string {
  const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
  const mac = /^(mc)(\p{L}{2,})$/iu.exec(word);
  if (mac) return `Mc${upper(mac[2] ?? '')}`;
  const irish = /^([od])(['’])(\p{L}+)$/iu.exec(word);
  if (irish) return `${(irish[1] ?? '').toUpperCase()}${irish[2]}${upper(irish[3] ?? '')}`;
  return upper(word);
}
