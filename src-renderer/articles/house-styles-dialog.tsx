import { useState } from 'react';
import * as v from 'valibot';
import { BUILT_IN } from '../../src-shared/byline/built-in-styles';
import {
  BUILT_IN_STYLES,
  type BuiltInStyle,
  STYLES_OF_HOUSES,
} from '../../src-shared/model/byline';
import {
  type HouseStyle,
  HouseStyleSchema,
  type StoredHouseStyle,
} from '../../src-shared/model/house-style';
import { attempt } from '../actions';
import { useHouseStyles } from '../queries/articles';
import { asStetError } from '../queries/client';
import { openArticle } from '../queries/open-article';
import { closeDialog } from '../shell';
import { Button } from '../ui/button';
import { FileButton } from '../ui/file-button';
import { Modal } from '../ui/modal';
import { errorMessage } from '../words/errors';
import { STYLE_LABELS, houseStyleWords as said } from '../words/house-styles';
import { words } from '../words/words';
import { creditInputs, setByline } from './article-actions';
import { exportHouseStyle, removeHouseStyle, saveHouseStyle } from './byline-actions';
import { HouseStyleForm } from './house-style-form';
import { HouseStyleList } from './house-style-list';
import { HouseStylePreview } from './house-style-preview';

/** A style that is looked at or changed; `id` is null for a new one. */
interface Chosen {
  id: string | null;
  style: HouseStyle;
}

const isBuiltIn = (id: string | null): id is BuiltInStyle =>
  BUILT_IN_STYLES.some((one) => one === id);

/** The house styles of bylines: those that come with Stet to look at and copy, the newsroom's own to change. */
export function HouseStylesDialog() {
  const { data: styles } = useHouseStyles();
  return (
    <Modal title={said.title} description={said.description} size="full" onClose={closeDialog}>
      {styles ? <Styles styles={styles} /> : <p className="dialog-body">{words.loading}</p>}
    </Modal>
  );
}

function chosenAs(id: string, styles: readonly StoredHouseStyle[]): Chosen {
  const own = styles.find((one) => one.id === id);
  if (own) return own;
  const builtIn = isBuiltIn(id) ? id : 'ap';
  return { id: builtIn, style: BUILT_IN[builtIn] };
}

function Styles({ styles }: { styles: readonly StoredHouseStyle[] }) {
  const article = openArticle();
  const [chosen, setChosen] = useState<Chosen>(() =>
    chosenAs(article?.byline.style ?? 'ap', styles),
  );
  /** Styles that were changed and not saved, by id: looking at another one loses nothing. */
  const [drafts, setDrafts] = useState<ReadonlyMap<string | null, HouseStyle>>(new Map());
  const [failure, setFailure] = useState<string | null>(null);
  const { id, style } = chosen;
  const builtIn = isBuiltIn(id);
  const stored = styles.find((one) => one.id === id)?.style ?? null;
  const parsed = v.safeParse(HouseStyleSchema, style);
  const isChanged = !builtIn && JSON.stringify(stored) !== JSON.stringify(style);
  const choose = (next: Chosen) => {
    setFailure(null);
    setChosen(next);
    if (!isBuiltIn(next.id)) setDrafts(new Map(drafts).set(next.id, next.style));
  };
  const draft = drafts.get(null);

  const load = async (given: File) => {
    const read = v.safeParse(
      v.pipe(v.string(), v.parseJson(), HouseStyleSchema),
      (await given.text()).replace(/^\uFEFF/, ''),
    );
    if (read.success) choose({ id: null, style: read.output });
    else setFailure(said.fileWrong);
  };
  /** The id of the style as it stands here; null where it could not be kept. */
  const save = async (): Promise<string | null> => {
    if (!isChanged) return id;
    if (!parsed.success) return null;
    try {
      const savedId = await saveHouseStyle(id, parsed.output);
      const others = new Map(drafts);
      others.delete(id);
      setDrafts(others);
      setChosen({ id: savedId, style: parsed.output });
      setFailure(null);
      return savedId;
    } catch (error) {
      setFailure(errorMessage(asStetError(error)));
      return null;
    }
  };
  const use = async () => {
    const used = await save();
    if (used === null || !article) return;
    const byline = { style: used, credits: creditInputs() };
    if (await setByline(article.id, byline, words.byline.styleChanged)) closeDialog();
  };
  const canUse = article !== null && article.status !== 'finished';

  return (
    <form
      className="house-styles-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="house-styles">
        <HouseStyleList
          styles={styles}
          draftName={draft?.name ?? null}
          chosenId={id}
          onChoose={(next) => {
            const kept = drafts.get(next);
            choose(kept ? { id: next, style: kept } : chosenAs(next, styles));
          }}
          onChooseDraft={() => draft && choose({ id: null, style: draft })}
        />
        <div className="house-style">
          <HouseStylePreview style={style} article={article} />
          {builtIn ? (
            <div className="house-style-copy">
              <p className="hint">{STYLES_OF_HOUSES.includes(id) ? said.manner : said.comesWith}</p>
              <Button
                onPress={() =>
                  choose({ id: null, style: { ...style, name: said.copyName(STYLE_LABELS[id]) } })
                }
              >
                {said.copy}
              </Button>
            </div>
          ) : (
            <HouseStyleForm
              key={id ?? 'new'}
              style={style}
              language={article?.language}
              isNew={id === null}
              onChange={(next) => choose({ id, style: next })}
            />
          )}
        </div>
      </div>
      {failure ? (
        <p className="inline-error dialog-failure" role="alert">
          {failure}
        </p>
      ) : null}
      <footer className="dialog-footer">
        <FileButton label={said.load} onChoose={load} />
        <Button
          isDisabled={!parsed.success}
          onPress={() => void attempt(() => exportHouseStyle(style))}
        >
          {said.export}
        </Button>
        {stored && id ? (
          <Button
            tone="danger"
            onPress={() => {
              // The message that can take it back lies under dialogs.
              closeDialog();
              void removeHouseStyle(id, stored.name);
            }}
          >
            {said.remove}
          </Button>
        ) : null}
        <span className="push" />
        {isChanged ? <span className="hint">{said.unsaved}</span> : null}
        <Button onPress={closeDialog}>{words.close}</Button>
        {canUse ? (
          <Button
            isDisabled={(isChanged && !parsed.success) || article.byline.style === id}
            onPress={() => void use()}
          >
            {said.use}
          </Button>
        ) : null}
        <Button tone="primary" type="submit" isDisabled={!isChanged || !parsed.success}>
          {said.save}
        </Button>
      </footer>
    </form>
  );
}
