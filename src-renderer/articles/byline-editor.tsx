import { type KeyboardEvent, useEffect, useRef } from 'react';
import {
  Button as AriaButton,
  GridList,
  GridListItem,
  useDragAndDrop,
} from 'react-aria-components';
import {
  BUILT_IN_STYLES,
  type Byline,
  type BylineStyle,
  CREDIT_ROLES,
  type Credit,
  type CreditInput,
  type CreditRole,
} from '../../src-shared/model/byline';
import { attempt } from '../actions';
import { runCommand } from '../commands';
import { createPerson, nameOnly } from '../people/person-actions';
import { useHouseStyles } from '../queries/articles';
import { openDialog } from '../shell';
import { Button, IconButton } from '../ui/button';
import { useLocked } from '../ui/change-button';
import { Choose } from '../ui/fields';
import { CloseIcon, GripIcon } from '../ui/icons';
import { PersonPicker } from '../ui/person-picker';
import { ownLineWords, ROLE_LABELS } from '../words/bylines';
import { houseStyleWords, STYLE_LABELS } from '../words/house-styles';
import { words } from '../words/words';
import { addContributor, creditInputs, setByline } from './article-actions';
import { BylineLine } from './byline-line';
import { CreditDetails } from './credit-details';

const roleChoices = CREDIT_ROLES.map((id) => ({ id, label: ROLE_LABELS[id] }));
const builtInChoices: { id: string; label: string }[] = BUILT_IN_STYLES.map((id) => ({
  id,
  label: STYLE_LABELS[id],
}));

interface Row {
  id: string;
  credit: Credit;
  index: number;
}

/** Rows keep their identity while they are moved and changed: every setting makes new credits. */
function rowsOf(credits: readonly Credit[]): Row[] {
  return credits.map((credit, index) => {
    const earlier = credits.slice(0, index).filter(({ personId }) => personId === credit.personId);
    return { id: `${credit.personId} ${earlier.length}`, credit, index };
  });
}

/** `list` with the item at `from` moved to `to`. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}

/** The contributors in order, each with role, place and title; the style; and the line they make. */
export function BylineEditor({ articleId, byline }: { articleId: string; byline: Byline }) {
  const set = (credits: CreditInput[], label: string, style: BylineStyle = byline.style) =>
    void setByline(articleId, { style, credits }, label);
  const isLocked = useLocked();
  const { data: styles = [] } = useHouseStyles();
  const styleChoices = [
    ...styles.map(({ id, style }) => ({ id, label: style.name })),
    ...builtInChoices,
  ];
  const move = (from: number, to: number) => {
    const credits = creditInputs();
    if (to >= 0 && to < credits.length && from !== to) {
      set(moved(credits, from, to), words.byline.moved);
    }
  };
  const change = (index: number, patch: Partial<CreditInput>, label: string) =>
    set(
      creditInputs().map((credit, at) => (at === index ? { ...credit, ...patch } : credit)),
      label,
    );

  return (
    <section className="panel-section" aria-labelledby="byline-title">
      <h3 id="byline-title">{words.byline.title}</h3>
      <Contributors
        credits={byline.credits}
        onMove={move}
        onChange={change}
        onRemove={(index) =>
          set(
            creditInputs().filter((_, at) => at !== index),
            words.byline.removed,
          )
        }
      />
      <PersonPicker
        label={words.byline.addLabel}
        placeholder={words.byline.namePlaceholder}
        // A name that was added leaves the field empty.
        key={byline.credits.length}
        onPick={(personId) => void addContributor(articleId, personId)}
        onCreate={(name) =>
          void attempt(async () => addContributor(articleId, await createPerson(nameOnly(name))))
        }
      />
      <div className="button-row">
        <Button small onPress={() => openDialog({ kind: 'paste-byline', text: '' })}>
          {ownLineWords.paste}
        </Button>
        {byline.raw === null ? null : (
          <Button
            small
            tone="quiet"
            onPress={() => openDialog({ kind: 'paste-byline', text: byline.raw ?? '' })}
          >
            {ownLineWords.readAgain}
          </Button>
        )}
      </div>
      {byline.raw === null ? null : (
        <p className="hint byline-raw" dir="auto">
          {ownLineWords.raw(byline.raw)}
        </p>
      )}
      <Choose
        label={words.byline.style}
        choices={styleChoices}
        value={byline.isStyleMissing ? 'ap' : byline.style}
        onChange={(style) => set(creditInputs(), words.byline.styleChanged, style)}
      />
      {byline.isStyleMissing ? (
        <p className="inline-error" role="status">
          {houseStyleWords.missing}
        </p>
      ) : null}
      <div className="button-row">
        <Button small onPress={() => runCommand('byline.styles')}>
          {ownLineWords.styles}
        </Button>
      </div>
      <BylineLine
        byline={byline}
        isLocked={isLocked}
        onOverride={(override) =>
          void setByline(
            articleId,
            { style: byline.style, credits: creditInputs(), override },
            override === null ? ownLineWords.generated : ownLineWords.changed,
          )
        }
      />
    </section>
  );
}

function Contributors({
  credits,
  onMove,
  onChange,
  onRemove,
}: {
  credits: readonly Credit[];
  onMove(from: number, to: number): void;
  onChange(index: number, patch: Partial<CreditInput>, label: string): void;
  onRemove(index: number): void;
}) {
  const rows = rowsOf(credits);
  const list = useRef<HTMLDivElement>(null);
  const movedId = useRef<string | null>(null);
  // A row that was moved with the keys keeps the focus, so that it can be moved on.
  useEffect(() => {
    if (movedId.current === null) return;
    const row = list.current?.querySelector(`[data-credit="${movedId.current}"]`);
    row?.querySelector<HTMLElement>('.grip')?.focus();
    movedId.current = null;
  }, [credits]);
  const moveByKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || step === 0 || !(event.target instanceof Element)) return;
    const row = event.target.closest('[role="row"]')?.querySelector('[data-credit]');
    const from = rows.findIndex(({ id }) => id === row?.getAttribute('data-credit'));
    if (from === -1) return;
    event.preventDefault();
    event.stopPropagation();
    movedId.current = rows[from]?.id ?? null;
    onMove(from, from + step);
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder({ keys, target }) {
      const from = rows.findIndex(({ id }) => keys.has(id));
      const at = rows.findIndex(({ id }) => id === target.key);
      if (from === -1 || at === -1) return;
      const to = target.dropPosition === 'before' ? at : at + 1;
      onMove(from, from < to ? to - 1 : to);
    },
  });
  return (
    // The list has its own idea of arrow keys: Alt with them is caught before.
    <div ref={list} onKeyDownCapture={moveByKey}>
      <GridList
        className="credits"
        aria-label={words.byline.listLabel}
        items={rows}
        // Without it a row keeps the neighbours that it had when it was drawn first.
        dependencies={[credits]}
        keyboardNavigationBehavior="tab"
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <p className="options-empty">{words.byline.empty}</p>}
      >
        {({ id, credit, index }) => (
          <GridListItem id={id} className="credit" textValue={credit.name}>
            <div className="credit-row" data-credit={id}>
              <AriaButton
                slot="drag"
                className="icon-button grip"
                aria-label={words.byline.drag(credit.name)}
              >
                <GripIcon />
              </AriaButton>
              <CreditDetails
                credit={credit}
                onChange={(patch) => onChange(index, patch, words.byline.detailsChanged)}
              />
              <Choose
                label={words.byline.role(credit.name)}
                hideLabel
                choices={roleChoices}
                value={credit.role as CreditRole}
                onChange={(role) => onChange(index, { role }, words.byline.roleChanged)}
              />
              <IconButton label={words.byline.remove(credit.name)} onPress={() => onRemove(index)}>
                <CloseIcon />
              </IconButton>
            </div>
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}
