import type { BuiltInStyle } from '../../src-shared/model/byline';
import type { CAPITALS, FAMILY_FIRST, TITLE_FORMS } from '../../src-shared/model/house-style';
import { count } from './text';

/** The house styles that come with Stet, each said to be what it is. */
export const STYLE_LABELS: Record<BuiltInStyle, string> = {
  ap: 'In the manner of AP',
  oxford: 'Oxford comma',
  guardian: 'In the manner of The Guardian',
  reuters: 'In the manner of Reuters',
  bbc: 'In the manner of the BBC',
  nyt: 'In the manner of The New York Times',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  ja: 'Japanese',
};

export const TITLE_LABELS: Record<(typeof TITLE_FORMS)[number], string> = {
  'second-line': 'On a line of their own',
  commas: 'Between commas',
  beside: 'Right after the name',
  brackets: 'In brackets',
  none: 'Not printed',
};

export const CAPITAL_LABELS: Record<(typeof CAPITALS)[number], string> = {
  none: 'As written',
  names: 'Names in capitals',
  line: 'The whole line in capitals',
};

export const FAMILY_LABELS: Record<(typeof FAMILY_FIRST)[number], string> = {
  'as-written': 'As written',
  'family-capitals': 'Family name in capitals',
};

/** What the dialog about house styles of bylines says. */
export const houseStyleWords = {
  title: 'House styles of bylines',
  description:
    'How bylines are printed. Copy a style and make it your newsroom’s own; finished articles keep the byline they had.',
  list: 'House styles',
  builtIn: 'Come with Stet',
  own: 'Our own',
  ownEmpty: 'None yet. Choose a style and copy it, or load one from a file.',
  manner:
    'Comes with Stet and cannot be changed. It is made in the manner of that house from what it prints, not by the words of its guide.',
  comesWith: 'Comes with Stet and cannot be changed. Copy it to make one of your own.',
  copy: 'Copy and change',
  copyName: (name: string) => `${name}, ours`,
  name: 'Name',
  nameMissing: 'Give the style a name.',
  language: 'Words',
  ofArticle: 'In the language of the article',
  opening: 'Around the names',
  openingHint: '{} stands for the names; {} alone for no word before them.',
  separators: 'Between names',
  separatorChoices: {
    language: 'As the language has it',
    serial: 'With an Oxford comma',
    own: 'Our own',
  },
  between: 'Between',
  last: 'Before the last',
  two: 'Between two',
  with: 'Before those who helped',
  place: 'Around a place',
  freelance: 'Around the house of a freelance',
  template: 'It needs {} once, for what it stands around.',
  join: 'Without braces, at most 80 characters.',
  titles: 'Titles and houses',
  capitals: 'Capitals',
  familyFirst: 'Names that begin with the family’s',
  sharedPlace: 'A place that all share is said once',
  placeWithTitle: 'The place goes with the title',
  notes: 'Notes such as “(now)” are printed',
  tailAround: 'Around the line below the article',
  tailBetween: 'Between roles',
  roles: 'Words for roles',
  rolesIn: (language: string) => `Words for roles, in ${language}`,
  preview: 'This article’s byline',
  sample: 'An example',
  emptyLine: 'Nothing is printed above the article.',
  save: 'Save',
  use: 'Use for this article',
  remove: 'Delete',
  load: 'Load from a file…',
  export: 'Save as a file…',
  fileWrong: 'This file is not a house style of Stet. Nothing was changed.',
  saved: (name: string) => `The house style “${name}” is saved.`,
  removed: (name: string, articles: number) =>
    articles === 0
      ? `The house style “${name}” is deleted.`
      : `The house style “${name}” is deleted. ${count(articles, 'byline')} in it ${articles === 1 ? 'is' : 'are'} printed in the manner of AP now.`,
  exported: (file: string, folder: string) => `“${file}” is in the folder “${folder}”.`,
  missing: 'The house style of this byline was deleted. It is printed in the manner of AP.',
  unsaved: 'Changed, not saved',
} as const;
