import type { DetectedQuotation, Detection, NotQuotation } from './detect';
import { innerText } from './not-quotation';

/**
 * What is a title in one place of an article is one in all: „Der Fluss“ in the headline too, where
 * nothing says so. Only fragments are looked at that no verb of saying stands beside. Linear.
 */
export function takeTitles(
  detection: Detection,
  beside: ReadonlySet<DetectedQuotation>,
): Detection {
  const titles = new Map<string, NotQuotation>();
  for (const found of detection.notQuotations) {
    const words = innerText(found.text);
    if (found.kind === 'title' && words.length > 3 && words.length < 80) titles.set(words, found);
  }
  if (titles.size === 0) return detection;
  const taken: NotQuotation[] = [];
  const quotations = detection.quotations.filter((quotation) => {
    const title =
      quotation.kind === 'block' || quotation.parts.length > 1 || beside.has(quotation)
        ? undefined
        : titles.get(innerText(quotation.text));
    if (!title) return true;
    const { start, end, text } = quotation;
    taken.push({ start, end, text, kind: title.kind, reason: title.reason });
    return false;
  });
  if (taken.length === 0) return detection;
  const notQuotations = [...detection.notQuotations, ...taken].sort((a, b) => a.start - b.start);
  return { ...detection, quotations, notQuotations };
}
