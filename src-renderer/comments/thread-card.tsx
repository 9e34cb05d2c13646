import { useEffect, useRef, useState } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Comment, CommentThread } from '../../src-shared/model/comment';
import { getShell, setShell } from '../shell';
import { Button } from '../ui/button';
import { MoreIcon } from '../ui/icons';
import { commentWords as said } from '../words/comments';
import { agoLabel, dayLabel } from '../words/format';
import { shorten } from '../words/text';
import { changeComment, removeComment, replyTo, setResolved } from './comment-actions';
import { CommentForm } from './comment-form';

const SHOWN_QUOTE = 90;

/** A thread: the words it is about, what was said, and a reply. */
export function ThreadCard({
  articleId,
  thread,
  isSelected,
  isInText,
}: {
  articleId: string;
  thread: CommentThread;
  isSelected: boolean;
  isInText: boolean;
}) {
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  const where = { articleId, threadId: thread.id };

  return (
    <li
      ref={card}
      className={`card comment-thread${isSelected ? ' card-selected' : ''}${thread.resolved ? ' comment-resolved' : ''}`}
    >
      <button
        type="button"
        className="comment-quote"
        dir="auto"
        title={said.goTo}
        disabled={!isInText}
        aria-expanded={isSelected}
        onClick={() => {
          getShell().manuscript?.goToComment(thread.id);
          setShell({ selectedCommentId: thread.id });
        }}
      >
        {shorten(thread.quote, SHOWN_QUOTE)}
      </button>
      {isInText ? null : <p className="hint">{said.gone}</p>}
      <ol className="comment-list">
        {thread.comments.map((comment) => (
          <Said key={comment.id} articleId={articleId} thread={thread} comment={comment} />
        ))}
      </ol>
      {thread.resolved ? (
        <p className="hint">
          {said.resolvedBy(thread.resolved.editorName, dayLabel(thread.resolved.at))}
        </p>
      ) : null}
      {isSelected && !thread.resolved ? (
        <CommentForm
          label={said.reply}
          hideLabel
          placeholder={said.replyPlaceholder}
          submit={said.reply}
          onSubmit={(text) => replyTo(where, text)}
        />
      ) : null}
      <div className="comment-buttons">
        <Button
          small
          tone="quiet"
          onPress={() => void setResolved(where, thread.resolved === null)}
        >
          {thread.resolved ? said.reopen : said.resolve}
        </Button>
      </div>
    </li>
  );
}

function Said({
  articleId,
  thread,
  comment,
}: {
  articleId: string;
  thread: CommentThread;
  comment: Comment;
}) {
  const [isChanging, setChanging] = useState(false);
  const where = { articleId, threadId: thread.id };
  return (
    <li className="comment">
      <p className="comment-head">
        <b>{comment.editorName || said.somebody}</b>{' '}
        <span>
          {agoLabel(comment.at, Date.now())}
          {comment.editedAt ? ` · ${said.edited}` : ''}
        </span>
        <MenuTrigger>
          <AriaButton className="icon-button" aria-label={said.more}>
            <MoreIcon />
          </AriaButton>
          <Popover className="popover" placement="bottom end">
            <Menu
              className="options"
              onAction={(key) => {
                if (key === 'edit') setChanging(true);
                else void removeComment(articleId, thread, comment.id);
              }}
            >
              <MenuItem className="option" id="edit">
                {said.edit}
              </MenuItem>
              <MenuItem className="option" id="remove">
                {said.remove}
              </MenuItem>
            </Menu>
          </Popover>
        </MenuTrigger>
      </p>
      {isChanging ? (
        <CommentForm
          label={said.text}
          hideLabel
          placeholder={said.placeholder}
          submit={said.save}
          initial={comment.text}
          autoFocus
          onCancel={() => setChanging(false)}
          onSubmit={async (text) => {
            const isDone = await changeComment(where, comment.id, text);
            if (isDone) setChanging(false);
            return isDone;
          }}
        />
      ) : (
        <p className="comment-said" dir="auto">
          {comment.text}
        </p>
      )}
    </li>
  );
}
