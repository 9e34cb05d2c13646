/** What the manuscript says: placeholders, labels, messages to screen readers. */
export const words = {
  manuscript: 'Manuscript',
  bodyPlaceholder: 'Start writing, or paste an article',
  quotation: (ordinal: number, verdict: string) => `Quotation ${ordinal}: ${verdict.toLowerCase()}`,
  inQuotation: (ordinal: number, verdict: string, speaker: string | null) =>
    `Quotation ${ordinal}, ${verdict.toLowerCase()}${speaker ? `, ${speaker}` : ''}`,
  /** Read with the text field; the Quotes panel has them one by one. */
  summary: (total: number, open: number) =>
    total === 0
      ? 'No quotations.'
      : `${total} ${total === 1 ? 'quotation' : 'quotations'}, ${open} open. F8 goes to the next open one.`,
  quoteAction: 'Quote this passage',
  link: {
    title: 'Link to a web address',
    label: 'Address',
    placeholder: 'https://',
    apply: 'Link',
    remove: 'Remove link',
    invalid:
      'Use an address that begins with http://, https:// or mailto:, or with / on your own site.',
  },
  linkCard: {
    title: 'Link',
    'link.open': 'Open',
    'link.copy': 'Copy',
    'format.link': 'Change',
    'link.remove': 'Remove',
    isRelative: 'on the site of the article',
  },
  slashMenu: 'What this line becomes',
  footnote: {
    reference: (mark: string) => `Footnote ${mark}`,
    note: (mark: string) => `Footnote ${mark}: its words`,
    placeholder: 'Footnote',
  },
  find: {
    label: 'Find and replace',
    query: 'Find in the article',
    replacement: 'Replace with',
    next: 'Next',
    previous: 'Previous',
    close: 'Close',
    replace: 'Replace',
    replaceAll: 'Replace all',
    openReplace: 'Replace…',
    matchCase: 'Match case',
    wholeWords: 'Whole words',
    expression: 'Expression',
    inSelection: 'In the selection',
    alsoQuotations: 'In quotations too',
    state: (
      query: string,
      { count, current, failed }: { count: number; current: number; failed: string | null },
    ) => {
      if (query === '') return '';
      if (failed === 'invalid') return 'not an expression';
      if (failed === 'slow') return 'takes too long';
      return count === 0 ? 'none' : `${current + 1} of ${count.toLocaleString('en-GB')}`;
    },
    replaced: (replaced: number, left: number) =>
      `${replaced.toLocaleString('en-GB')} replaced.${left > 0 ? ` ${left.toLocaleString('en-GB')} in quotations ${left === 1 ? 'was' : 'were'} left as ${left === 1 ? 'it is' : 'they are'}.` : ''}`,
  },
};
