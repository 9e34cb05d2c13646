import type { BuiltInStyle } from '../model/byline';
import type { HouseStyle } from '../model/house-style';

/** In the manner of AP: what the others differ from. */
const AP: HouseStyle = {
  name: 'In the manner of AP',
  language: null,
  opening: null,
  separators: null,
  serialComma: false,
  with: null,
  place: null,
  sharedPlace: true,
  freelance: null,
  titles: 'second-line',
  placeWithTitle: false,
  notes: true,
  capitals: 'none',
  familyFirst: 'as-written',
  tail: { around: null, between: null },
  roles: {},
};

const inLanguage = (name: string, language: string): HouseStyle => ({
  ...AP,
  name,
  language,
  titles: 'commas',
});

/**
 * The house styles that come with Stet (STANDARDS 4.1). They are made from what those houses print and
 * from what is public of their guides: in their manner, not by their word.
 */
export const BUILT_IN: Readonly<Record<BuiltInStyle, HouseStyle>> = {
  ap: AP,
  oxford: { ...AP, name: 'Oxford comma', serialComma: true },
  guardian: {
    ...AP,
    name: 'In the manner of The Guardian',
    opening: '{}',
    titles: 'beside',
  },
  reuters: {
    ...AP,
    name: 'In the manner of Reuters',
    tail: { around: '({})', between: '; ' },
    roles: { en: { editing: 'Editing by {}' } },
  },
  bbc: { ...AP, name: 'In the manner of the BBC', placeWithTitle: true },
  nyt: { ...AP, name: 'In the manner of The New York Times' },
  de: inLanguage('German', 'de'),
  fr: inLanguage('French', 'fr'),
  es: inLanguage('Spanish', 'es'),
  ja: inLanguage('Japanese', 'ja'),
};
