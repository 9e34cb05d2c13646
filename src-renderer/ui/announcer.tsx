import { useEffect, useRef, useState } from 'react';
import type { QuotationView } from '../../src-shared/model/quotation';
import { useOpenArticle } from '../queries';
import { quotationName } from '../words/quotations';
import { VERDICT_LABELS } from '../words/verdicts';
import { words } from '../words/words';
import { shownVerdict } from './verdict';

/** Says aloud, to screen readers, when the verdict of a quotation has changed. */
export function Announcer() {
  const { data: article } = useOpenArticle();
  const before = useRef<{ articleId: string; quotations: readonly QuotationView[] } | null>(null);
  const [text, setText] = useState('');
  const quotations = article?.quotations;
  const articleId = article?.id;
  useEffect(() => {
    const known = before.current;
    before.current = articleId && quotations ? { articleId, quotations } : null;
    if (!quotations || known?.articleId !== articleId) return;
    const verdicts = new Map(known?.quotations.map((one) => [one.id, shownVerdict(one)]));
    const changed = quotations.filter((one) => {
      const verdict = verdicts.get(one.id);
      return verdict !== undefined && verdict !== shownVerdict(one);
    });
    const [first] = changed;
    if (changed.length === 1 && first) {
      setText(words.verdictIsNow(quotationName(first.text), VERDICT_LABELS[shownVerdict(first)]));
    } else if (changed.length > 1) setText(words.verdictsChanged(changed.length));
  }, [articleId, quotations]);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {text}
    </div>
  );
}
