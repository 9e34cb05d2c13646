import { useMemo, useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { countTags } from '../collections/source-view';
import { useArticles } from '../queries/articles';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { DialogEnd } from '../ui/dialog-end';
import { TextField } from '../ui/fields';
import { Modal } from '../ui/modal';
import { articleWords } from '../words/articles';
import { words } from '../words/words';
import { changeTags } from './list-actions';

/** Which tags some articles have: ticked where all have it, half where some do. */
export function ArticleTagsDialog({ articleIds }: { articleIds: readonly string[] }) {
  const { data: articles = [] } = useArticles();
  const [changes, setChanges] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [typed, setTyped] = useState('');
  const about = useMemo(() => {
    const wanted = new Set(articleIds);
    return articles.filter(({ id }) => wanted.has(id));
  }, [articles, articleIds]);
  const known = useMemo(() => countTags(articles).map(({ tag }) => tag), [articles]);
  const tags = [
    ...new Set([...[...changes.keys()].filter((tag) => !known.includes(tag)), ...known]),
  ];
  const set = (tag: string, isOn: boolean) => setChanges(new Map(changes).set(tag, isOn));
  const wordsOf = (text: string) =>
    text
      .split(',')
      .map((tag) => tag.replace(/\s+/g, ' ').trim())
      .filter((tag) => tag !== '');
  const add = () => {
    const next = new Map(changes);
    for (const tag of wordsOf(typed)) next.set(tag, true);
    setChanges(next);
    setTyped('');
    return next;
  };
  return (
    <Modal
      title={articleWords.tagsTitle}
      description={
        about.length === 1
          ? about[0]?.headline || words.untitled
          : articleWords.tagsText(about.length)
      }
      size="narrow"
      onClose={closeDialog}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // What was typed and not added is meant too.
          const wanted = add();
          closeDialog();
          void changeTags(about, wanted);
        }}
      >
        <div className="dialog-body form">
          <div className="collection-checks">
            {tags.length === 0 ? (
              <p className="options-empty">{articleWords.tagsEmpty}</p>
            ) : (
              <ul aria-label={articleWords.tags}>
                {tags.map((tag) => {
                  const having = about.filter((article) => article.tags.includes(tag)).length;
                  const change = changes.get(tag);
                  return (
                    <li key={tag}>
                      <Checkbox
                        className="checkbox"
                        isSelected={change ?? having === about.length}
                        isIndeterminate={
                          change === undefined && having > 0 && having < about.length
                        }
                        onChange={(isOn) => set(tag, isOn)}
                      >
                        <span className="checkbox-box" aria-hidden="true" />
                        <bdi>{tag}</bdi>
                      </Checkbox>
                    </li>
                  );
                })}
              </ul>
            )}
            <div className="field-with-button">
              <TextField
                label={articleWords.newTag}
                value={typed}
                onChange={setTyped}
                maxLength={500}
                autoFocus
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && typed.trim() !== '') {
                    // The form around it is not meant.
                    event.preventDefault();
                    add();
                  } else event.continuePropagation();
                }}
              />
              <Button isDisabled={typed.trim() === ''} onPress={() => void add()}>
                {articleWords.addTag}
              </Button>
            </div>
          </div>
        </div>
        <DialogEnd failure={null} label={words.save} />
      </form>
    </Modal>
  );
}
