import { useEffect, useRef, useState } from 'react';
import { useOpenArticle } from '../queries/open-article';
import { shownVerdict } from './verdict';
import { type KnownVerdicts, verdictNews } from './verdict-changes';

/** Verdicts turn while a quotation is typed: what they come to is said once that rests. */
const QUIET_MS = 1000;
/** How long a message stays: the same one is heard again later only if it was gone. */
const SAID_MS = 5000;

/** Says aloud, to screen readers, when the verdict of a quotation has changed. */
export function Announcer() {
  const { data: article } = useOpenArticle();
  const known = useRef<{ articleId: string; verdicts: KnownVerdicts } | null>(null);
  const [text, setText] = useState('');
  const quotations = article?.quotations;
  const articleId = article?.id;
  useEffect(() => {
    if (!articleId || !quotations) {
      known.current = null;
      return;
    }
    const verdicts = new Map(quotations.map((one) => [one.id, shownVerdict(one)]));
    if (known.current?.articleId !== articleId) {
      known.current = { articleId, verdicts };
      return;
    }
    const before = known.current.verdicts;
    const timer = setTimeout(() => {
      known.current = { articleId, verdicts };
      const news = verdictNews(before, verdicts, quotations);
      if (news) setText(news);
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [articleId, quotations]);
  useEffect(() => {
    if (!text) return;
    const timer = setTimeout(() => setText(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {text}
    </div>
  );
}
