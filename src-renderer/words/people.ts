import type { LikelySame, PersonDetails, PersonSummary } from '../../src-shared/model/person';
import { count } from './text';

export const PERSON_KIND_LABELS: Record<PersonDetails['kind'], string> = {
  person: 'Person',
  organization: 'Organisation',
  collective: 'Collective',
  anonymous: 'Not to be named',
};

/** The rail's second line: "Speaker · Foreign Minister, Russia", "Contributor". */
export function personSecondLine(person: PersonSummary): string {
  const parts: string[] = [];
  if (person.quotationCount > 0) parts.push('Speaker');
  if (person.creditCount > 0) parts.push('Contributor');
  const office = [person.role, person.affiliation].filter(Boolean).join(', ');
  if (office) parts.push(office);
  if (parts.length === 0) parts.push(PERSON_KIND_LABELS[person.kind]);
  return parts.join(' · ');
}

export const SAME_REASONS: Record<LikelySame['reason'], string> = {
  'same-name': 'the same name',
  order: 'the same names in another order',
  script: 'the same name in another spelling',
  initials: 'the same name with initials',
};

export const peopleWords = {
  find: 'Find a person',
  noneFound: (query: string) => `Nobody goes by “${query}”.`,
  alsoKnown: (name: string) => `also “${name}”`,

  tabs: { record: 'Record', names: 'Names', private: 'Private', trace: 'Said and written' },
  tabList: 'Parts of the record',
  tabProblem: 'something to put right',

  orderLabel: 'Order of the name',
  orders: {
    script: 'As its script has it',
    'given-first': 'Given name first',
    'family-first': 'Family name first',
  },
  sortName: 'Sorted as',
  sortNameHint: 'Only for the order of lists.',
  otherNames: 'Other names',
  otherNamesHint:
    'Aliases, former names, the name in other scripts. The person is found by each of them.',
  addOtherName: 'Add a name',
  otherName: (index: number) => `Other name ${index}`,
  otherNameLanguage: (index: number) => `Language of other name ${index}`,
  languagePlaceholder: 'Language, as in ja',
  languageWrong: 'A language tag is like “ja” or “pt-BR”.',
  removeName: (name: string) => `Remove “${name}”`,
  links: 'Other web addresses',
  linksHint: 'One a line.',
  linksWrong: 'Each line has to be a web address that begins with http:// or https://.',
  pseudonym: 'The name is a pseudonym',

  privateText:
    'This stays in the private file of the library, and is in no search. Of whoever is in a byline, an export has e-mail, telephone and pages, if that is asked for; it never has the rest.',
  realName: 'Real name',
  email: 'E-mail',
  emailWrong: 'That is not an e-mail address.',
  contact: 'How to reach them',
  contactPlaceholder: 'Telephone, messenger, address',
  notes: 'Notes',

  said: (number: number) => `Said (${number})`,
  written: (number: number) => `Written (${number})`,
  sources: (number: number) => `Sources they speak in (${number})`,
  agreements: (number: number) => `Agreements (${number})`,
  nothing: 'Nothing yet',
  nothingText:
    'Name this person as a speaker in the Quotes panel or as a contributor in the Article panel.',
  inPrivate: 'kept apart',
  more: (number: number) => `Show ${number.toLocaleString('en-GB')} more`,
  choose: (what: string) => `Choose ${what}`,

  giveTo: (number: number) => `Give ${count(number, 'entry', 'entries')} to…`,
  giveTitle: 'Whose are they?',
  given: (number: number, name: string) => `${count(number, 'entry', 'entries')} given to ${name}.`,
  noneGiven: 'Nothing of that is this person’s any more.',

  merge: 'Merge…',
  mergeTitle: 'Merge with another person',
  mergeText:
    'Everything said and written by both is one person’s from then on. You can take them apart again at any time.',
  mergeWith: 'The same person as',
  keptName: 'Name that stays',
  mergeButton: 'Merge',
  mergedInto: (gone: string, kept: string) => `${gone} is now the same as ${kept}.`,
  likely: 'Perhaps the same person',
  likelyLine: (name: string, reason: string) => `${name}: ${reason}`,
  mergedTitle: 'Merged into this record',
  separate: 'Separate',
  separateName: (name: string) => `Separate “${name}”`,
  separated: (name: string) => `${name} is a person apart again.`,
} as const;
