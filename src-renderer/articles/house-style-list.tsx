import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { BUILT_IN_STYLES } from '../../src-shared/model/byline';
import type { StoredHouseStyle } from '../../src-shared/model/house-style';
import { STYLE_LABELS, houseStyleWords as said } from '../words/house-styles';

const DRAFT = 'draft';

/** The styles to choose from: the newsroom's own first. */
export function HouseStyleList({
  styles,
  draftName,
  chosenId,
  onChoose,
  onChooseDraft,
}: {
  styles: readonly StoredHouseStyle[];
  /** Of a new one that is not saved yet; null where there is none. */
  draftName: string | null;
  /** Null for that one. */
  chosenId: string | null;
  onChoose(id: string): void;
  onChooseDraft(): void;
}) {
  const hasOwn = styles.length > 0 || draftName !== null;
  return (
    <div className="house-style-list">
      <ListBox
        aria-label={said.list}
        selectionMode="single"
        selectionBehavior="replace"
        // Escape would let go of the style, instead of closing the dialog.
        disallowEmptySelection
        selectedKeys={[chosenId ?? DRAFT]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (key === DRAFT) onChooseDraft();
          else if (key !== undefined) onChoose(String(key));
        }}
        autoFocus
      >
        {hasOwn ? (
          <ListBoxSection>
            <Header className="options-title">{said.own}</Header>
            {draftName === null ? null : (
              <ListBoxItem id={DRAFT} className="option" textValue={draftName}>
                <bdi>{draftName}</bdi>
                <span className="option-hint">{said.unsaved}</span>
              </ListBoxItem>
            )}
            {styles.map(({ id, style }) => (
              <ListBoxItem key={id} id={id} className="option" textValue={style.name}>
                <bdi>{style.name}</bdi>
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ) : null}
        <ListBoxSection>
          <Header className="options-title">{said.builtIn}</Header>
          {BUILT_IN_STYLES.map((id) => (
            <ListBoxItem key={id} id={id} className="option" textValue={STYLE_LABELS[id]}>
              {STYLE_LABELS[id]}
            </ListBoxItem>
          ))}
        </ListBoxSection>
      </ListBox>
      {hasOwn ? null : (
        <>
          <p className="options-title">{said.own}</p>
          <p className="options-empty">{said.ownEmpty}</p>
        </>
      )}
    </div>
  );
}
