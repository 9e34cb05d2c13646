/** What is said of something pasted. */
export const pasteWords = {
  markdown: 'Read as Markdown. Undo gives the plain text.',
};
