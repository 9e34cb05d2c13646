/** What is said about code, and about HTML that is kept as it is. */
export const words = {
  language: 'Language of the code',
  placeholder: 'Language',
  keptHtml: 'HTML, kept as it is, for Markdown alone',
};
