import { useRef, useState } from 'react';
import { Button, Checkbox, ToggleButton } from 'react-aria-components';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  hasRoomForContact,
  PaperSchema,
} from '../../src-shared/contract/exports';
import { MARKDOWN_PROFILES } from '../../src-shared/model/markdown-profile';
import { Choose } from '../ui/fields';
import { words } from '../words/words';
import type { ExportChoice } from './export-choice';
import { Presets } from './presets';

/** What most articles go out as: the others are shown on request, or where they are chosen. */
const FIRST: readonly ExportFormat[] = ['markdown', 'html', 'fact-check'];
const PAPERS = PaperSchema.options.map((id) => ({ id, label: words.finish.papers[id] }));

/** The forms to export in, a card each, and for whom Markdown is written. */
export function FormatCards({
  choice,
  onChoice,
}: {
  choice: ExportChoice;
  onChoice(chosen: Partial<ExportChoice>): void;
}) {
  const { formats, bundle, profile, paper, withContact } = choice;
  const [showsAll, setShowsAll] = useState(false);
  // What was chosen once stays where it is when it is chosen no more: the focus is on it.
  const seen = useRef(new Set<ExportFormat | 'bundle'>(FIRST));
  for (const format of formats) seen.current.add(format);
  if (bundle) seen.current.add('bundle');
  const isShown = (format: ExportFormat | 'bundle') => showsAll || seen.current.has(format);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be the grid that the cards stand in. */}
      <div className="formats" role="group" aria-label={words.finish.formats}>
        {[...FIRST, ...EXPORT_FORMATS.filter((format) => !FIRST.includes(format))]
          .filter(isShown)
          .map((format) => (
            <ToggleButton
              key={format}
              className="format-card"
              isSelected={formats.includes(format)}
              onChange={(isOn) =>
                onChoice({
                  formats: EXPORT_FORMATS.filter((one) =>
                    one === format ? isOn : formats.includes(one),
                  ),
                })
              }
            >
              <b>{words.finish.formatNames[format]}</b>
              <small>{words.finish.formatHints[format]}</small>
            </ToggleButton>
          ))}
        {isShown('bundle') ? (
          <ToggleButton
            className="format-card"
            isSelected={bundle}
            onChange={(isOn) => onChoice({ bundle: isOn })}
          >
            <b>{words.exportProfiles.bundle}</b>
            <small>{words.exportProfiles.bundleHint}</small>
          </ToggleButton>
        ) : null}
        <Button
          className="format-card format-more"
          aria-expanded={showsAll}
          onPress={() => {
            seen.current = new Set(FIRST);
            setShowsAll(!showsAll);
          }}
        >
          <b>{showsAll ? words.finish.fewerForms : words.finish.moreForms}</b>
          {showsAll ? null : <small>{words.finish.moreFormsHint}</small>}
        </Button>
      </div>
      {formats.includes('markdown') ? (
        <div className="export-profile">
          <Choose
            label={words.exportProfiles.label}
            choices={MARKDOWN_PROFILES.map((id) => ({ id, label: words.exportProfiles.names[id] }))}
            value={profile}
            onChange={(chosen) => onChoice({ profile: chosen })}
          />
          <small>{words.exportProfiles.hints[profile]}</small>
        </div>
      ) : null}
      {formats.includes('pdf') ? (
        <div className="export-profile">
          <Choose
            label={words.finish.paper}
            choices={PAPERS}
            value={paper}
            onChange={(chosen) => onChoice({ paper: chosen })}
          />
        </div>
      ) : null}
      {formats.some(hasRoomForContact) ? (
        <div className="export-profile">
          <Checkbox
            className="checkbox"
            isSelected={withContact}
            onChange={(isOn) => onChoice({ withContact: isOn })}
          >
            <span className="checkbox-box" aria-hidden="true" />
            {words.finish.withContact}
          </Checkbox>
          <small>{words.finish.withContactHint}</small>
        </div>
      ) : null}
      <Presets
        choice={{ formats: [...formats], profile, bundle, withContact }}
        onChoice={onChoice}
      />
    </>
  );
}
