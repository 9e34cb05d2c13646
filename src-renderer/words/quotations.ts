import type { QuotationView } from '../../src-shared/model/quotation';
import { placeLabel } from './format';
import { count, quoted, shorten } from './text';

/** A quotation's words as a name for it: short, and without the comma or stop of its sentence. */
export function quotationName(text: string, limit = 60): string {
  const name = text
    .trim()
    .replace(/(?<=[”"»])[.,;:]+$/u, '')
    .replace(/[,;:]+(?=[”"»]$)/u, '');
  return quoted(shorten(name, limit));
}

/** Who speaks, as far as anybody knows: "Dmitry Peskov", "Speaker “she” unresolved", "No speaker named". */
export function speakerLabel({ speaker, attribution }: QuotationView): string {
  if (speaker) return speaker.name;
  if (attribution?.name) {
    return attribution.channel
      ? `${attribution.name}, reported by ${attribution.channel}`
      : attribution.name;
  }
  if (attribution?.phrase) return `Speaker ${quoted(attribution.phrase)} unresolved`;
  return 'No speaker named';
}

/** "AFP interview, ¶ 4"; null where nothing is linked. */
export function passageLabel({ link }: Pick<QuotationView, 'link'>): string | null {
  if (!link) return null;
  const place = placeLabel(link.place);
  return place ? `${link.sourceTitle}, ${place}` : link.sourceTitle;
}

/** What an unlinked quotation's card says: whether there is anything to link it to. */
export function unlinkedLine(proposals: number): string {
  if (proposals === 0) return 'No source yet, and no passage of the library fits.';
  return `No source yet. ${count(proposals, 'passage')} of the library ${proposals === 1 ? 'fits' : 'fit'}.`;
}

/** "2 passages found". */
export function passagesFound(number: number): string {
  return number === 0 ? 'No passage found' : `${count(number, 'passage')} found`;
}

/** A card's second line: speaker, then where the words are from, or that there are passages to look at. */
export function quotationLine(
  quotation: QuotationView,
  proposals: number,
  isSelected: boolean,
): string {
  if (quotation.dismissed) return '';
  const parts = [speakerLabel(quotation)];
  const passage = passageLabel(quotation);
  // The selected card names its source below.
  if (passage && !isSelected) parts.push(passage);
  if (!passage && proposals > 0) {
    const unnamed = !quotation.speaker && !quotation.attribution;
    if (unnamed) parts.pop();
    parts.push(passagesFound(proposals));
  }
  if (quotation.check) parts.push(quotation.check.kind === 'confirmed' ? 'confirmed' : 'accepted');
  return parts.join(' · ');
}
