import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ListBox, ListBoxItem, Text } from 'react-aria-components';
import type { Article } from '../../src-shared/model/article';
import type { Revision } from '../../src-shared/model/revision';
import { call } from '../bridge';
import { asStetError, keys } from '../queries/client';
import { useOpenArticle } from '../queries/open-article';
import { closeDialog, getShell } from '../shell';
import { Button } from '../ui/button';
import { Choose } from '../ui/fields';
import { Modal } from '../ui/modal';
import { errorMessage } from '../words/errors';
import {
  revisionLine,
  revisionTime,
  revisionTitle,
  revisionWords as said,
} from '../words/revisions';
import { words } from '../words/words';
import { Comparison } from './comparison';
import { restoreRevision } from './revision-actions';

/** The states of the open article that were kept: to look at, to compare, and to put back. */
export function RevisionsDialog() {
  const { data: article } = useOpenArticle();
  const articleId = article?.id ?? '';
  const { data: revisions, error } = useQuery({
    queryKey: keys.revisions(articleId),
    queryFn: () => call('revisions.list', { articleId }),
    enabled: article !== undefined,
    staleTime: 0,
  });
  return (
    <Modal title={said.title} description={said.description} size="full" onClose={closeDialog}>
      {error ? (
        <p className="dialog-body inline-error">{errorMessage(asStetError(error))}</p>
      ) : null}
      {!revisions && !error ? <p className="dialog-body">{words.loading}</p> : null}
      {revisions?.length === 0 ? <p className="dialog-body">{said.none}</p> : null}
      {article && revisions && revisions.length > 0 ? (
        <Timeline article={article} revisions={revisions} />
      ) : null}
    </Modal>
  );
}

/** What a revision is compared with: the article now, the one before it, or another one by its id. */
type Other = 'now' | 'before' | (string & {});

function Timeline({ article, revisions }: { article: Article; revisions: readonly Revision[] }) {
  const [chosenId, setChosenId] = useState(revisions[0]!.id);
  const [other, setOther] = useState<Other>('now');
  const index = Math.max(
    0,
    revisions.findIndex(({ id }) => id === chosenId),
  );
  const chosen = revisions[index]!;
  const before = revisions[index + 1] ?? null;
  const otherId = other === 'now' ? null : other === 'before' ? (before?.id ?? null) : other;
  const document = useRevision(article.id, chosen.id);
  const compared = useRevision(article.id, otherId);
  // Read once: the page does not change under the dialog but by what is put back from it.
  const [now, setNow] = useState(() => getShell().manuscript?.document() ?? null);
  const isFinished = article.status === 'finished';

  const others: { id: Other; label: string }[] = [
    { id: 'now', label: said.withNow },
    { id: 'before', label: said.withBefore },
    ...revisions
      .filter(({ id }) => id !== chosen.id)
      .map((revision) => ({
        id: revision.id,
        label: `${revisionTime(revision)} · ${revisionTitle(revision)}`,
      })),
  ];
  const failure = document.error ?? compared.error;
  return (
    <>
      <div className="revisions">
        <ListBox
          className="revision-list"
          aria-label={said.listLabel}
          items={revisions}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={[chosen.id]}
          onSelectionChange={(selected) => {
            const [id] = selected === 'all' ? [] : [...selected];
            if (id !== undefined) setChosenId(String(id));
          }}
          autoFocus
        >
          {revisions.map((revision, at) => (
            <ListBoxItem key={revision.id} id={revision.id} className="revision">
              <Text slot="label" className="revision-time">
                {revisionTime(revision)}
              </Text>
              <Text slot="description" className="revision-what">
                <b>{revisionTitle(revision)}</b>
                <span>{revisionLine(revision, revisions[at + 1])}</span>
              </Text>
            </ListBoxItem>
          ))}
        </ListBox>
        <div className="revision-view">
          <div className="revision-with">
            <span>{said.compareWith}</span>
            <Choose
              label={said.compareWith}
              hideLabel
              choices={others}
              value={others.some(({ id }) => id === other) ? other : 'now'}
              onChange={setOther}
            />
          </div>
          {failure ? <p className="inline-error">{errorMessage(asStetError(failure))}</p> : null}
          {other === 'before' && !before ? <p className="revision-alike">{said.firstOne}</p> : null}
          {document.data && other === 'now' && now ? (
            <Comparison
              before={document.data}
              after={now}
              onChanged={
                isFinished ? null : () => setNow(getShell().manuscript?.document() ?? null)
              }
            />
          ) : null}
          {document.data && compared.data && other !== 'now' ? (
            <Comparison
              // Told as it happened: from the older of the two to the newer.
              {...(revisions.findIndex(({ id }) => id === otherId) > index
                ? { before: compared.data, after: document.data }
                : { before: document.data, after: compared.data })}
              onChanged={null}
            />
          ) : null}
        </div>
      </div>
      <footer className="dialog-footer">
        {isFinished ? <p className="hint">{said.finished}</p> : null}
        <span className="push" />
        <Button onPress={closeDialog}>{words.close}</Button>
        <Button
          tone="primary"
          isDisabled={isFinished || !document.data}
          onPress={() => {
            if (document.data) void restoreRevision(article.id, chosen, document.data);
          }}
        >
          {said.restore}
        </Button>
      </footer>
    </>
  );
}

/** The document of a revision: it never changes. */
function useRevision(articleId: string, revisionId: string | null) {
  return useQuery({
    queryKey: keys.revision(articleId, revisionId ?? ''),
    queryFn: async () =>
      (await call('revisions.read', { articleId, revisionId: revisionId! })).document,
    enabled: revisionId !== null,
    gcTime: 60_000,
  });
}
