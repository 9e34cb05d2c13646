import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { printedStyle } from '../../src-shared/byline/printed-style';
import { BYLINE_WORDS } from '../../src-shared/byline/words';
import {
  CAPITALS,
  FAMILY_FIRST,
  type HouseStyle,
  TITLE_FORMS,
} from '../../src-shared/model/house-style';
import { Choose, TextField } from '../ui/fields';
import { languageLabel } from '../words/format';
import {
  CAPITAL_LABELS,
  FAMILY_LABELS,
  houseStyleWords as said,
  TITLE_LABELS,
} from '../words/house-styles';
import { RoleWords } from './house-style-roles';

const OF_ARTICLE = 'article';
const choices = <K extends string>(
  ids: readonly K[],
  labels: Readonly<Record<K, string>>,
): { id: K; label: string }[] => ids.map((id) => ({ id, label: labels[id] }));
const isTemplate = (text: string) => /^[^{}]*\{\}[^{}]*$/.test(text) && text.length <= 80;
const isJoin = (text: string) => !/[{}]/.test(text) && text.length <= 80;

/** A house style to change. A field that is left empty is as the language has it. */
export function HouseStyleForm({
  style,
  language,
  isNew,
  onChange,
}: {
  style: HouseStyle;
  /** It was copied or loaded just now. */
  isNew: boolean;
  /** Of the article in whose byline the change is seen. */
  language: string | undefined;
  onChange(style: HouseStyle): void;
}) {
  const set = (patch: Partial<HouseStyle>) => onChange({ ...style, ...patch });
  // What the language has, for fields that are empty.
  const usual = printedStyle(
    { ...style, opening: null, with: null, place: null, freelance: null, roles: {} },
    language,
  );
  const usualTail = printedStyle(
    { ...style, tail: { around: null, between: null } },
    language,
  ).tail;
  const template = (
    label: string,
    key: 'opening' | 'with' | 'place' | 'freelance',
    hint?: string,
  ) => (
    <TextField
      label={label}
      value={style[key] ?? ''}
      placeholder={usual[key]}
      onChange={(text) => set({ [key]: text === '' ? null : text })}
      isInvalid={style[key] !== null && !isTemplate(style[key])}
      error={said.template}
      {...(hint ? { hint } : {})}
    />
  );
  const check = (label: string, key: 'sharedPlace' | 'placeWithTitle' | 'notes') => (
    <Checkbox
      className="checkbox"
      isSelected={style[key]}
      onChange={(isOn) => set({ [key]: isOn })}
    >
      <span className="checkbox-box" aria-hidden="true" />
      {label}
    </Checkbox>
  );
  return (
    <div className="form house-style-form">
      <div className="form-row">
        <TextField
          label={said.name}
          value={style.name}
          // The button that made it is gone, and its focus with it.
          autoFocus={isNew}
          onChange={(name) => set({ name })}
          maxLength={500}
          isInvalid={style.name.trim() === ''}
          error={said.nameMissing}
        />
        <Choose
          label={said.language}
          choices={[
            { id: OF_ARTICLE, label: said.ofArticle },
            ...Object.keys(BYLINE_WORDS).map((id) => ({ id, label: languageLabel(id) })),
          ]}
          value={style.language ?? OF_ARTICLE}
          onChange={(next) => set({ language: next === OF_ARTICLE ? null : next })}
        />
      </div>
      {template(said.opening, 'opening', said.openingHint)}
      <Separators style={style} onChange={set} />
      <div className="form-row">
        {template(said.with, 'with')}
        {template(said.place, 'place')}
      </div>
      <div className="form-row">
        <Choose
          label={said.titles}
          choices={choices(TITLE_FORMS, TITLE_LABELS)}
          value={style.titles}
          onChange={(titles) => set({ titles })}
        />
        {template(said.freelance, 'freelance')}
      </div>
      <div className="form-row">
        <Choose
          label={said.capitals}
          choices={choices(CAPITALS, CAPITAL_LABELS)}
          value={style.capitals}
          onChange={(capitals) => set({ capitals })}
        />
        <Choose
          label={said.familyFirst}
          choices={choices(FAMILY_FIRST, FAMILY_LABELS)}
          value={style.familyFirst}
          onChange={(familyFirst) => set({ familyFirst })}
        />
      </div>
      <div className="checks">
        {check(said.sharedPlace, 'sharedPlace')}
        {style.titles === 'second-line' ? check(said.placeWithTitle, 'placeWithTitle') : null}
        {check(said.notes, 'notes')}
      </div>
      <div className="form-row">
        <TextField
          label={said.tailAround}
          value={style.tail.around ?? ''}
          placeholder={usualTail.around}
          onChange={(text) => set({ tail: { ...style.tail, around: text === '' ? null : text } })}
          isInvalid={style.tail.around !== null && !isTemplate(style.tail.around)}
          error={said.template}
        />
        <TextField
          label={said.tailBetween}
          value={style.tail.between ?? ''}
          placeholder={usualTail.between}
          onChange={(text) => set({ tail: { ...style.tail, between: text === '' ? null : text } })}
          isInvalid={style.tail.between !== null && !isJoin(style.tail.between)}
          error={said.join}
        />
      </div>
      <RoleWords style={style} language={language} usual={usual.roles} onChange={set} />
    </div>
  );
}

function Separators({
  style,
  onChange,
}: {
  style: HouseStyle;
  onChange(patch: Partial<HouseStyle>): void;
}) {
  const { separators, serialComma } = style;
  // Typing in one of the fields makes none of them come or go.
  const [own, setOwn] = useState(separators ?? { between: ', ', last: ' and ', two: ' and ' });
  const choice = separators ? 'own' : serialComma ? 'serial' : 'language';
  return (
    <>
      <Choose
        label={said.separators}
        choices={choices(['language', 'serial', 'own'] as const, said.separatorChoices)}
        value={choice}
        onChange={(next) =>
          onChange({ separators: next === 'own' ? own : null, serialComma: next === 'serial' })
        }
      />
      {separators ? (
        <div className="form-row">
          {(['between', 'last', 'two'] as const).map((key) => (
            <TextField
              key={key}
              label={said[key]}
              value={separators[key]}
              onChange={(text) => {
                const next = { ...separators, [key]: text };
                setOwn(next);
                onChange({ separators: next });
              }}
              isInvalid={!isJoin(separators[key])}
              error={said.join}
            />
          ))}
        </div>
      ) : null}
    </>
  );
}
