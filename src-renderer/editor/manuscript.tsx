import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { $getNearestNodeFromDOMNode, $getSelection, type LexicalEditor } from 'lexical';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { isOpenable } from '../../src-shared/document/links';
import { countQuotations } from '../../src-shared/model/quotation';
import { shownVerdict } from '../ui/verdict';
import { finishedWords } from '../words/finished';
import { VERDICT_LABELS } from '../words/verdicts';
import { CodeLanguage } from './code/code-language';
import { manuscriptExtension } from './extension';
import { Figures } from './figure/figures';
import { FindPanel, type FindRequest } from './find/find-panel';
import { type FindSession, openFindSession } from './find/session';
import type { ManuscriptProps } from './handle';
import { HtmlRequests } from './html/html-requests';
import { $linkAround } from './link/link';
import { LinkCard } from './link/link-card';
import { LinkEditor, type LinkRequest, requestLink } from './link-editor';
import { moveIntoQuotation } from './quotation/go-to';
import { Margin } from './quotation/margin';
import { takeUnsaved } from './saving';
import { SlashMenu } from './slash-menu';
import { TableMenu } from './table/table-menu';
import { useManuscript } from './use-manuscript';
import { words } from './words';

/**
 * The manuscript: headline, byline and text on a page, with the numbers of the quotations in its
 * margin. Fills its parent and scrolls by itself. Throws where the document cannot be shown whole.
 */
export function Manuscript(props: ManuscriptProps) {
  const { article } = props;
  const [opened] = useState(() => {
    const unsaved = takeUnsaved(article.id);
    return { document: unsaved ?? article.document, isUnsaved: unsaved !== null };
  });
  const isOwnQuotation = useRef((_id: string) => true);
  const suggestingAs = useRef(props.suggestingAs);
  suggestingAs.current = props.suggestingAs;
  const extension = useMemo(
    () =>
      manuscriptExtension({
        document: opened.document,
        editable: true,
        platform: window.stet.platform,
        isOwnQuotation: (id) => isOwnQuotation.current(id),
        // Lexical has put the text back to how it was before the update that failed.
        onError: (error) => console.error(error),
        suggestingAs: () => suggestingAs.current,
      }),
    [opened],
  );
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      <Page {...props} isOwnQuotation={isOwnQuotation} isUnsaved={opened.isUnsaved} />
    </LexicalExtensionComposer>
  );
}

const LONGEST_QUERY = 200;

interface PageProps extends ManuscriptProps {
  isOwnQuotation: RefObject<(id: string) => boolean>;
  isUnsaved: boolean;
}

function Page({ isOwnQuotation, isUnsaved, ...props }: PageProps) {
  const { article, quotations, selectedQuotationId } = props;
  const [editor] = useLexicalComposerContext();
  const scroller = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLElement>(null);
  const byline = useRef<HTMLDivElement>(null);
  const [linkRequest, setLinkRequest] = useState<LinkRequest | null>(null);
  const descriptionId = useId();
  const isFinished = article.status === 'finished';

  const [findRequest, setFindRequest] = useState<FindRequest | null>(null);
  const findSession = useRef<FindSession | null>(null);

  const find = (replaces: boolean) =>
    setFindRequest((former) => ({
      number: (former?.number ?? 0) + 1,
      replaces,
      words: selectedWords(editor),
    }));
  const parts = useManuscript(editor, props, { scroller, isOwnQuotation }, isUnsaved, {
    askForLink() {
      if (page.current) setLinkRequest(requestLink(editor, page.current));
    },
    find,
    findNext(by) {
      if (findSession.current) findSession.current.step(by);
      else find(false);
    },
  });
  useEffect(() => editor.setEditable(!isFinished), [editor, isFinished]);
  useBylineHeight(byline);

  const style = {
    '--body-placeholder': cssString(words.bodyPlaceholder),
    ...(article.dateline ? { '--dateline': cssString(`${article.dateline} — `) } : {}),
  } as CSSProperties;

  /** Without editing there is no cursor: a click into a quotation selects it all the same. */
  function clicked(event: MouseEvent) {
    const target = event.target as Element;
    const link = target.closest('a[href]');
    if (link && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      // What the element says is completed: the node has the address as it is.
      const url = editor.read(() => {
        const node = $getNearestNodeFromDOMNode(link);
        return (node && $linkAround(node)?.getURL()) ?? '';
      });
      if (isOpenable(url)) void window.stet.call('openExternal', { url });
    } else if (isFinished) {
      const hit = [...(parts?.elements.all.values() ?? [])].find(({ element }) =>
        element.contains(target),
      );
      props.onSelectQuotation(hit?.ids.at(-1) ?? null);
    }
  }

  return (
    <>
      {props.notice}
      {parts && findRequest ? (
        <FindPanel
          editor={editor}
          request={findRequest}
          isEditable={!isFinished}
          open={(onState) => openFindSession(editor, parts.live, scroller.current!, onState)}
          onReplaceAll={props.onLargeChange}
          sessionRef={findSession}
          onMessage={props.onMessage}
          onClose={() => setFindRequest(null)}
        />
      ) : null}
      <div className="manuscript-pane" ref={scroller}>
        <article className="page" ref={page} style={style}>
          <ContentEditable
            className="manuscript-text"
            lang={article.language}
            spellCheck={false}
            aria-label={words.manuscript}
            aria-multiline
            aria-describedby={descriptionId}
            onClick={clicked}
            {...(isFinished
              ? { onKeyDown: (event) => typesIn(event) && props.onMessage(finishedWords.locked) }
              : {})}
            data-has-dateline={article.dateline ? true : undefined}
          />
          <div className="page-byline" ref={byline}>
            {props.byline}
          </div>
          {props.below}
          {parts && scroller.current && page.current ? (
            <Margin
              editor={editor}
              elements={parts.elements}
              page={page.current}
              scroller={scroller.current}
              quotations={quotations}
              selectedId={selectedQuotationId}
              onSelect={(id) => {
                moveIntoQuotation(editor, id);
                props.onSelectQuotation(id);
              }}
            />
          ) : null}
          {isFinished ? null : <SlashMenu onChoose={props.onCommand} />}
          {parts && page.current && !isFinished ? (
            <TableMenu editor={editor} page={page.current} onCommand={props.onCommand} />
          ) : null}
          {isFinished ? null : (
            <HtmlRequests editor={editor} onRequest={() => props.onCommand('html.edit')} />
          )}
          {parts && page.current && !isFinished ? (
            <CodeLanguage editor={editor} page={page.current} />
          ) : null}
          {parts && page.current ? (
            <Figures
              editor={editor}
              page={page.current}
              onMessage={props.onMessage}
              onError={(error) => props.onError?.(error)}
            />
          ) : null}
          {parts && page.current && !isFinished && !linkRequest ? (
            <LinkCard editor={editor} page={page.current} onCommand={props.onCommand} />
          ) : null}
          {linkRequest ? (
            <LinkEditor
              editor={editor}
              request={linkRequest}
              onClose={() => setLinkRequest(null)}
            />
          ) : null}
        </article>
        {parts ? props.spelling : null}
        <Description id={descriptionId} {...{ quotations, selectedQuotationId }} />
      </div>
    </>
  );
}

/** Whether a key would have changed the text. */
function typesIn({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  // A space scrolls.
  return (key.length === 1 && key !== ' ') || /^(?:Backspace|Delete|Enter)$/.test(key);
}

/** The words that are selected, if they could be looked for. */
function selectedWords(editor: LexicalEditor): string {
  const text = editor.read(() => $getSelection()?.getTextContent() ?? '');
  return text.length <= LONGEST_QUERY && !text.includes('\n') ? text : '';
}

/** What the lines and numbers show, in words: read with the text, and when the cursor enters a quotation. */
function Description(
  props: Pick<ManuscriptProps, 'quotations' | 'selectedQuotationId'> & { id: string },
) {
  const { total, open } = countQuotations(props.quotations);
  const selected = props.quotations.find(({ id }) => id === props.selectedQuotationId);
  const speaker = selected?.speaker?.name ?? selected?.attribution?.name ?? null;
  return (
    <div className="visually-hidden">
      <p id={props.id}>{words.summary(total, open)}</p>
      <p role="status" aria-live="polite">
        {selected
          ? words.inQuotation(selected.ordinal, VERDICT_LABELS[shownVerdict(selected)], speaker)
          : ''}
      </p>
    </div>
  );
}

/** The room that the byline takes, said of the block that makes it: said of the page, all blocks were styled anew. */
const bylineRoom = new CSSStyleSheet();
document.adoptedStyleSheets.push(bylineRoom);

/** Keeps room for the byline below the headline: it is no part of the text and lies over the page. */
function useBylineHeight(byline: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = byline.current;
    if (!element) return;
    let height = -1;
    const observer = new ResizeObserver(() => {
      if (element.offsetHeight === height) return;
      height = element.offsetHeight;
      bylineRoom.replaceSync(
        `.manuscript-text > :is(.headline + :not(.standfirst), .standfirst + *) { --byline-height: ${height}px }`,
      );
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [byline]);
}

/** Text as a string of CSS. */
function cssString(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ')}"`;
}
