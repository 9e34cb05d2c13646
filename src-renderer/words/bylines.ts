import type { CreditRole } from '../../src-shared/model/byline';
import { isolated } from '../../src-shared/text/direction';

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

/** A line that an editor writes in place of the generated one, and what comes of it. */
export const ownLineWords = {
  label: 'The line above the article',
  write: 'Write the line by hand…',
  byHand: 'Written by hand',
  keep: 'Keep this line',
  generate: 'Back to the generated line',
  changed: 'Write the byline’s line by hand',
  generated: 'Go back to the generated line',
  frozen: 'As it was printed',
  unnamed: (names: readonly string[]) =>
    `The line does not name ${new Intl.ListFormat('en-GB').format(names.map(isolated))}. It is not published like this: name everyone who is credited above the article.`,
  paste: 'Paste a byline…',
  readAgain: 'Read it again…',
  styles: 'House styles…',
  raw: (raw: string) => `As it came in: ${raw}`,
  note: 'Note in brackets',
  tier: 'Where it is printed',
} as const;
