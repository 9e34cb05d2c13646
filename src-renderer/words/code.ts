/** What is said about code, and about HTML that is kept as it is. */
export const words = {
  language: 'Language of the code',
  placeholder: 'Language',
  keptHtml: 'HTML, kept as it is, for Markdown alone',
  keptInline: 'HTML, kept as it is, for Markdown alone. Click twice to change it.',
  edit: 'Change…',
};

/** The dialog that changes such HTML. */
export const htmlDialogWords = {
  title: 'HTML in this article',
  explanation:
    'It goes out with Markdown, as it stands here, and with nothing else. Stet never runs it and loads nothing that it names.',
  label: 'HTML',
  emptyLine: 'In Markdown an empty line ends most HTML: what follows it is Markdown again.',
  noEmptyLine: 'It stands among words: an empty line would part their paragraph.',
  noTag: 'HTML begins with a tag or a remark: with “<”.',
  save: 'Keep changes',
  remove: 'Take it out',
};
