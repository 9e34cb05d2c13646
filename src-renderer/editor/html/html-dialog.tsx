import { type FormEvent, useId, useState } from 'react';
import { closeDialog, getShell } from '../../shell';
import { sayMadeAtOnce } from '../../suggestions/suggestion-actions';
import { Button } from '../../ui/button';
import { DialogEnd } from '../../ui/dialog-end';
import { Modal } from '../../ui/modal';
import { htmlDialogWords as said } from '../../words/code';
import type { KeptHtml } from './edit';

/** Kept HTML to be changed: as text, which it stays. Ctrl+Enter keeps it. */
export function HtmlDialog({ kept }: { kept: KeptHtml }) {
  const [html, setHtml] = useState(kept.html);
  const id = useId();
  const problem = problemOf(html, kept.isInline);
  const change = (to: string | null) => {
    closeDialog();
    if (to === kept.html) return;
    getShell().manuscript?.changeHtml(kept.key, to);
    sayMadeAtOnce('html.edit');
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (problem === null) change(html);
  };
  return (
    <Modal
      title={said.title}
      description={said.explanation}
      size={kept.isInline ? 'narrow' : 'middle'}
      onClose={closeDialog}
    >
      <form onSubmit={submit}>
        <div className="dialog-body form">
          <div className="field">
            <label htmlFor={id}>{said.label}</label>
            <textarea
              id={id}
              className="input text-area html-source"
              rows={kept.isInline ? 3 : 10}
              // biome-ignore lint/a11y/noAutofocus: the dialog asks for nothing else.
              autoFocus
              value={html}
              dir="ltr"
              spellCheck={false}
              autoCapitalize="off"
              translate="no"
              aria-invalid={problem !== null}
              aria-describedby={`${id}-hint`}
              onChange={(event) => setHtml(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
              }}
            />
            <p
              id={`${id}-hint`}
              className={problem === null ? 'hint' : 'field-error'}
              role="status"
            >
              {problem ?? (kept.isInline ? said.noEmptyLine : said.emptyLine)}
            </p>
          </div>
        </div>
        <DialogEnd failure={null} label={said.save} isDisabled={problem !== null}>
          <Button tone="danger" onPress={() => change(null)}>
            {said.remove}
          </Button>
        </DialogEnd>
      </form>
    </Modal>
  );
}

/** Why Markdown would not take it for HTML; null where it would. */
function problemOf(html: string, isInline: boolean): string | null {
  if (!html.trimStart().startsWith('<')) return said.noTag;
  return isInline && /\n[ \t]*\n/.test(html) ? said.noEmptyLine : null;
}
