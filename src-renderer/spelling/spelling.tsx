import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Article } from '../../src-shared/model/article';
import { checkerFor } from '../../src-shared/spelling/checkers';
import { knownWords } from '../../src-shared/spelling/exceptions';
import type { ProblemKind } from '../../src-shared/spelling/problem';
import { focusText } from '../editor/focus';
import type { Filter, PlacedProblem } from '../editor/spelling/follower';
import { openSpelling, type SpellingSession } from '../editor/spelling/session';
import { useNamesOfSources, useSpellingExceptions, useSpellingIgnored } from '../queries/articles';
import { usePeople } from '../queries/people';
import { showToast, useShell } from '../shell';
import { spellingWords as said } from '../words/spelling';
import { setCurrentSpelling } from './current';
import { ProblemMenu } from './problem-menu';
import { DICTIONARIES } from './spelling-actions';
import { setSpellingState } from './state';
import { startSpelling } from './thread';

/** A problem whose suggestions are shown, and where (CSS pixels of the window). */
interface Asked {
  problem: PlacedProblem;
  x: number;
  y: number;
}

/** Checks the article that is open, in the language it is in, and offers what could stand instead. */
export function Spelling({ article }: { article: Article }) {
  const { spelling, grammar } = useShell((state) => state.view);
  const { data: dictionaries } = useQuery({
    queryKey: DICTIONARIES,
    queryFn: () => window.stet.call('listDictionaries', {}),
  });
  const checker = dictionaries ? checkerFor(article.language, dictionaries) : null;
  const isWanted = checker?.engine === 'harper' ? spelling || grammar : spelling;
  const isFinished = article.status === 'finished';
  const isOn = checker !== null && isWanted && !isFinished;

  useEffect(() => {
    if (isOn) return;
    const isMissing = dictionaries !== undefined && checker === null && spelling;
    setSpellingState({ kind: isMissing ? 'no-checker' : 'off' });
  }, [isOn, dictionaries, checker, spelling]);
  // Another checker, other words: begun anew.
  return isOn ? (
    <Checked key={JSON.stringify(checker)} article={article} checker={checker} />
  ) : null;
}

function Checked({
  article,
  checker,
}: {
  article: Article;
  checker: NonNullable<ReturnType<typeof checkerFor>>;
}) {
  const [editor] = useLexicalComposerContext();
  const session = useRef<SpellingSession | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [announced, setAnnounced] = useState('');
  const filter = useFilter(article);
  const linked = useLinked(article);
  const latest = useRef({ filter, linked, checker });
  latest.current = { filter, linked, checker };

  useEffect(() => {
    const about = latest.current.checker;
    const thread = startSpelling(about, filesOf, () => tell());
    const opened = openSpelling(editor, {
      check: thread.check,
      filter: latest.current.filter,
      linked: latest.current.linked,
      onChange: () => tell(),
      onFailed(error) {
        console.error(error);
        setSpellingState({ kind: 'failed', checker: about });
      },
    });
    function tell() {
      const { follower } = opened;
      const isReading = follower.isReading();
      setSpellingState({ kind: 'on', checker: about, isReading, count: follower.count() });
    }

    function ask(problem: PlacedProblem) {
      const box = opened.boxOf(problem);
      if (box) setAsked({ problem, x: box.left, y: box.bottom });
    }
    function askForMenu(event: MouseEvent) {
      // The menu key is a context menu without a mouse: it is about the cursor.
      const isByKey = event.button !== 2;
      const problem = isByKey ? opened.atCursor() : opened.atPoint(event.clientX, event.clientY);
      if (!problem) return;
      event.preventDefault();
      ask(problem);
    }

    session.current = opened;
    setCurrentSpelling({
      editor,
      goToNext(by) {
        const found = opened.goToNext(by);
        if (!found) return showToast(said.none);
        const { problem, number, total } = found;
        const message = problem.message || said.unknown(problem.words);
        setAnnounced(said.position(problem.words, message, number, total));
      },
      suggestAtCursor() {
        const problem = opened.atCursor();
        if (problem) ask(problem);
        else showToast(said.notHere);
      },
      suggest: async (problem) => problem.suggestions ?? thread.suggest(problem.words),
      replace: opened.replace,
      placeOf: opened.placeOf,
    });
    const root = editor.getRootElement();
    root?.addEventListener('contextmenu', askForMenu);
    tell();
    return () => {
      root?.removeEventListener('contextmenu', askForMenu);
      session.current = null;
      setCurrentSpelling(null);
      opened.dispose();
      thread.close();
      setSpellingState({ kind: 'off' });
    };
  }, [editor]);

  useEffect(() => session.current?.follower.setFilter(filter), [filter]);
  useEffect(() => session.current?.setLinked(linked), [linked]);

  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite">
        {announced}
      </div>
      {asked ? (
        <ProblemMenu
          {...asked}
          onClose={() => {
            setAsked(null);
            // What was chosen may have moved the cursor: the text takes the focus as it is now.
            queueMicrotask(() => focusText(editor));
          }}
        />
      ) : null}
    </>
  );
}

async function filesOf(dictionaryId: string) {
  const files = await window.stet.call('readDictionary', { id: dictionaryId });
  if (!files) throw new Error('The dictionary is gone.');
  return files;
}

/** What is marked in an article: the kinds that are wanted, without what is right here. */
function useFilter(article: Article): Filter {
  const { id: articleId } = article;
  const { spelling, grammar } = useShell((state) => state.view);
  const { data: exceptions } = useSpellingExceptions();
  const { data: ignored } = useSpellingIgnored(articleId);
  const { data: people } = usePeople();
  const { data: namesOfSources } = useNamesOfSources(articleId);
  // One string: the article is another object with every save.
  const namesHere = namesUsedIn(article).join('\n');
  return useMemo(() => {
    const kinds = new Set<ProblemKind>();
    if (spelling) kinds.add('spelling');
    if (grammar) kinds.add('grammar');
    const names = (people ?? []).flatMap((person) => [
      person.name,
      ...person.otherNames.map(({ name }) => name),
      person.affiliation ?? '',
    ]);
    return {
      kinds,
      exceptions: {
        words: knownWords([
          ...(exceptions?.words ?? []),
          ...names,
          ...namesHere.split('\n'),
          ...(namesOfSources ?? []),
        ]),
        rules: new Set(exceptions?.rules),
        places: new Set(ignored),
      },
    };
  }, [spelling, grammar, exceptions, ignored, people, namesHere, namesOfSources]);
}

/** Who speaks in an article, and who wrote it, as they are named there. */
function namesUsedIn({ quotations, byline }: Article): string[] {
  const speakers = quotations.flatMap(({ speaker, attribution }) => [
    speaker?.name,
    attribution?.name,
    attribution?.channel,
  ]);
  const names = [...speakers, ...byline.credits.map(({ name }) => name)];
  return [...new Set(names.filter((name) => typeof name === 'string'))];
}

/** The quotations with a source; the same set while they are the same. */
function useLinked({ quotations }: Article): ReadonlySet<string> {
  const ids = quotations
    .filter(({ link }) => link !== null)
    .map(({ id }) => id)
    .join(' ');
  return useMemo(() => new Set(ids.split(' ')), [ids]);
}
