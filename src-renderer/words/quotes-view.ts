import { VERDICTS } from '../../src-shared/model/verdict';
import type { QuotesView, Shown } from '../quotes/order';
import { READ_BACK_LABELS } from './read-backs';
import { count } from './text';
import { VERDICT_LABELS } from './verdicts';

/** What the Quotes panel can be narrowed to, in the order of its menu. */
export const SHOWN_LABELS: Record<Shown, string> = {
  all: 'All',
  open: 'Open only',
  ...(Object.fromEntries(
    VERDICTS.map((verdict) => [`verdict:${verdict}`, VERDICT_LABELS[verdict]]),
  ) as Record<Extract<Shown, `verdict:${string}`>, string>),
  'no-speaker': 'Nobody named as speaker',
  dismissed: 'Not quotations',
  'read-back:none': 'Read-back not sent',
  'read-back:sent': `Read-back: ${READ_BACK_LABELS.sent.toLowerCase()}`,
  'read-back:approved': `Read-back: ${READ_BACK_LABELS.approved.toLowerCase()}`,
  'read-back:changes-asked': `Read-back: ${READ_BACK_LABELS['changes-asked'].toLowerCase()}`,
};

/** What is shown, in what order: on the button that changes it. */
export function viewLabel({ show, order }: QuotesView): string {
  const shown = show === 'open' ? 'Open' : SHOWN_LABELS[show];
  return order === 'gravity' ? `${shown}, gravest first` : shown;
}

export const quotesViewWords = {
  verdict: 'By verdict',
  readBack: 'By read-back',
  choose: 'Choose several',
  chosen: (number: number) =>
    number === 0 ? 'Nothing chosen' : `${count(number, 'quotation')} chosen`,
  all: 'All shown',
  none: 'None',
  done: 'Done',
  check: (quotation: string) => `Choose ${quotation}`,
  bar: 'What to do with the chosen quotations',
  linkVerbatim: 'Link exact matches',
  confirm: 'Confirm',
  dismiss: 'Not a quotation',
  sendReadBack: 'Read-back sent…',
  nothingFits: 'None of the chosen has exactly one verbatim passage. Nothing was linked.',
  dismissed: (number: number) => `${count(number, 'quotation')} dismissed. Undo brings them back.`,
  confirmed: (number: number) => `${count(number, 'quotation')} confirmed. Undo takes it back.`,
  narrowedTitle: 'Nothing here',
  narrowedText: 'No quotation is like this. Show all again to see the others.',
};
