/** What the manuscript says: placeholders, labels, messages to screen readers. */
export const words = {
  manuscript: 'Manuscript',
  bodyPlaceholder: 'Start writing, or paste an article',
  finished: 'This article is finished. To change it, set its status back in the Article panel.',
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
    invalid: 'Use an address that begins with http://, https:// or mailto:.',
  },
};
