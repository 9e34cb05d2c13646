const whyNot = (count: number) =>
  count === 1
    ? 'it is kept by a web site, not beside the text, or of a kind that Stet does not take'
    : 'they are kept by web sites, not beside the text, or of a kind that Stet does not take';

/** What figures say: their labels, their card, and what became of pictures that came in. */
export const figureWords = {
  caption: 'Caption',
  /** On the picture, for those who see it. */
  hint: (alternativeText: string | null) =>
    alternativeText === null ? 'No alternative text: Enter' : 'Details: Enter',
  /** Read in place of the picture; it is a button that opens the card. */
  frame: (alternativeText: string | null) => {
    if (alternativeText === null) return 'Picture without alternative text';
    return alternativeText === '' ? 'Decorative picture' : `Picture: ${alternativeText}`;
  },
  missing: 'This picture is not in the library, or cannot be read. Put it in again, or remove it.',
  missingAt: (address: string) =>
    `The file of this picture was not there when the article was brought in: ${address}. That address goes out with Markdown and HTML. Put the picture in again, or remove it.`,
  card: {
    title: 'Picture',
    alternativeText: 'Alternative text',
    alternativeHint: 'What is seen, for readers who do not see it',
    decorative: 'Decorative: nothing is read out',
    credit: 'Credit',
    creditHint: 'Photograph: Mara Lind',
    replace: 'Replace picture…',
    remove: 'Remove',
    done: 'Done',
  },
  reading: 'Taking the picture in…',
  /** Said once the pictures are in the text. */
  added: (count: number) => (count === 1 ? 'Picture added' : `${count} pictures added`),
  leftOut: (count: number) =>
    `${count === 1 ? 'One picture was' : `${count} pictures were`} left out: ${whyNot(count)}.`,
  /** Of a Markdown file: the figure stays, and says what address it had. */
  notThere: (count: number) =>
    `${count === 1 ? 'One picture' : `${count} pictures`} did not come in: ${whyNot(count)}. ${
      count === 1 ? 'Its place and its address stay' : 'Their places and their addresses stay'
    } in the article.`,
  removed: 'Picture removed',
  /** Below the text of an export, before it is written. */
  writtenBeside: (paths: readonly string[]) =>
    `With ${paths.length === 1 ? 'a picture' : `${paths.length} pictures`}, without place and camera: ${paths.join(', ')}`,
  /** In a comparison of two revisions. */
  compared: { removed: 'Before', added: 'Now' },
  figure: (alternativeText: string | null, credit: string) =>
    [figureWords.frame(alternativeText), credit].filter(Boolean).join('. '),
};
