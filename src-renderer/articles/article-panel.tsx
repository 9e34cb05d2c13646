import { useEffect, useMemo, useRef, useState } from 'react';
import { COMMANDS } from '../../src-shared/commands';
import type { Article, ArticleDetails, ArticleStatus } from '../../src-shared/model/article';
import { countTags } from '../collections/source-view';
import { runCommand } from '../commands';
import { useArticles } from '../queries/articles';
import { Button } from '../ui/button';
import { Choose, TextField } from '../ui/fields';
import { finishedWords } from '../words/finished';
import { languageLabel, STATUS_LABELS } from '../words/format';
import { revisionWords } from '../words/revisions';
import { words } from '../words/words';
import { updateArticle } from './article-actions';
import { BylineEditor } from './byline-editor';
import { setStatus } from './list-actions';
import { Outline } from './outline';
import { TagsField } from './tags-field';

const LANGUAGES = [
  'en',
  'en-GB',
  'en-US',
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'pt',
  'pl',
  'cs',
  'sv',
  'el',
  'ru',
  'uk',
  'ar',
  'he',
  'zh',
  'ja',
  'ko',
];
const statusChoices = (['draft', 'in-check', 'finished'] as const).map((id) => ({
  id,
  label: STATUS_LABELS[id],
}));

/** The Article tab: status, section, language, dateline, tags, and the byline. */
export function ArticlePanel({ article }: { article: Article }) {
  const isLocked = article.status === 'finished';
  const change = (details: Partial<ArticleDetails>, label: string) =>
    void updateArticle(article.id, details, label);
  const { data: articles } = useArticles();
  const known = useMemo(() => countTags(articles ?? []).map(({ tag }) => tag), [articles]);
  const languages = LANGUAGES.includes(article.language)
    ? LANGUAGES
    : [article.language, ...LANGUAGES];
  return (
    <div className="panel-scroll article-panel">
      <section className="panel-section" aria-labelledby="details-title">
        <h3 id="details-title">{words.article.details}</h3>
        <div className="form-row">
          <Choose
            label={words.article.status}
            choices={statusChoices}
            value={article.status as ArticleStatus}
            onChange={(status) => void setStatus([article.id], status)}
          />
          <Choose
            label={words.article.language}
            isDisabled={isLocked}
            choices={languages.map((id) => ({ id, label: languageLabel(id) }))}
            value={article.language}
            onChange={(language) => change({ language }, words.article.languageChanged)}
          />
        </div>
        {isLocked ? <p className="hint">{finishedWords.locked}</p> : null}
        <DetailField
          label={words.article.section}
          isDisabled={isLocked}
          placeholder={words.article.sectionPlaceholder}
          value={article.section}
          onChange={(section) => change({ section }, words.article.sectionChanged)}
        />
        <DetailField
          label={words.article.dateline}
          isDisabled={isLocked}
          placeholder={words.article.datelinePlaceholder}
          value={article.dateline}
          onChange={(dateline) => change({ dateline }, words.article.datelineChanged)}
        />
        <TagsField
          tags={article.tags}
          known={known}
          isDisabled={isLocked}
          onChange={(tags) => change({ tags }, words.article.tagsChanged)}
        />
      </section>
      {/* The line itself is read on the page. */}
      <div inert={isLocked} className={isLocked ? 'is-locked' : undefined}>
        <BylineEditor articleId={article.id} byline={article.byline} />
      </div>
      <Outline />
      <section className="panel-section" aria-labelledby="revisions-title">
        <h3 id="revisions-title">{revisionWords.title}</h3>
        <div className="button-row">
          <Button onPress={() => runCommand('article.revisions')}>
            {COMMANDS['article.revisions'].label}
          </Button>
          <Button onPress={() => runCommand('article.keepRevision')}>
            {COMMANDS['article.keepRevision'].label}
          </Button>
        </div>
      </section>
    </div>
  );
}

/** A line of text that is kept when the field is left, or with Enter; Escape takes it back. */
function DetailField({
  label,
  isDisabled,
  placeholder,
  value,
  onChange,
}: {
  label: string;
  isDisabled: boolean;
  placeholder: string;
  value: string | null;
  onChange(value: string | null): void;
}) {
  const [typed, setTyped] = useState(value ?? '');
  // What was handed on last: Enter and leaving the field are one change, not two.
  const kept = useRef(value);
  useEffect(() => {
    kept.current = value;
    setTyped(value ?? '');
  }, [value]);
  const keep = () => {
    const next = typed.replace(/\s+/g, ' ').trim() || null;
    if (next === kept.current) return;
    kept.current = next;
    onChange(next);
  };
  return (
    <TextField
      label={label}
      isDisabled={isDisabled}
      placeholder={placeholder}
      value={typed}
      onChange={setTyped}
      maxLength={500}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        else if (event.key === 'Escape' && typed !== (value ?? '')) setTyped(value ?? '');
        else event.continuePropagation();
      }}
    />
  );
}
