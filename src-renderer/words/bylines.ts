import type { BylineStyle, CreditRole } from '../../src-shared/model/byline';

export const ROLE_LABELS: Record<CreditRole, string> = {
  author: 'Author',
  with: 'With',
  reporting: 'Reporting',
  'additional-reporting': 'Additional reporting',
  writing: 'Writing',
  editing: 'Editing',
  photo: 'Photographs',
  video: 'Video',
  illustration: 'Illustration',
  graphics: 'Graphics',
  data: 'Data',
  translation: 'Translation',
  interview: 'Interview',
  'as-told-to': 'As told to',
  narration: 'Narration',
  production: 'Production',
  'executive-producer': 'Executive producer',
  compiled: 'Compiled by',
  'fact-check': 'Fact-check',
};

export const STYLE_LABELS: Record<BylineStyle, string> = {
  ap: 'AP',
  oxford: 'Oxford comma',
  guardian: 'Guardian',
  reuters: 'Reuters',
  bbc: 'BBC',
  nyt: 'New York Times',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  ja: 'Japanese',
};
