import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExportPreset, ExportPresetDetails } from '../../src-shared/contract/export-presets';
import { hasRoomForContact } from '../../src-shared/contract/exports';
import { attempt } from '../actions';
import { call } from '../bridge';
import { showToast } from '../shell';
import { Button } from '../ui/button';
import { Choose, TextField } from '../ui/fields';
import { presetWords } from '../words/export-presets';
import { words } from '../words/words';

const NONE = 'none';
const KEY = ['exportPresets.list'];

export type PresetChoice = Omit<ExportPresetDetails, 'name'>;

/** Forms that the newsroom exports together: chosen, kept under a name, removed. */
export function Presets({
  choice,
  onChoice,
}: {
  choice: PresetChoice;
  onChoice(choice: PresetChoice): void;
}) {
  const client = useQueryClient();
  const { data: presets = [] } = useQuery({
    queryKey: KEY,
    queryFn: () => call('exportPresets.list', {}),
    staleTime: 0,
  });
  const [name, setName] = useState<string | null>(null);
  // When the field goes, its focus has to go somewhere.
  const [hadField, setHadField] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: KEY });
  // Whatever was chosen by hand: what fits is what is shown.
  const chosen = presets.find((preset) => isSame(preset, choice));

  const save = () =>
    attempt(async () => {
      await call('exportPresets.save', {
        name: (name ?? '').trim(),
        formats: [...choice.formats],
        profile: choice.profile,
        bundle: choice.bundle,
        withContact: choice.withContact,
      });
      await refresh();
      setName(null);
    });

  const remove = ({ id: presetId, name: removed }: ExportPreset) =>
    attempt(async () => {
      await call('exportPresets.remove', { presetId });
      await refresh();
      const restore = () =>
        attempt(async () => {
          await call('exportPresets.restore', { presetId });
          await refresh();
        });
      showToast(presetWords.removed(removed), {
        action: { label: words.undo, perform: () => void restore() },
      });
    });

  if (name !== null) {
    return (
      <form
        className="export-profile"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void save();
        }}
      >
        <TextField
          label={presetWords.name}
          hint={presetWords.nameHint}
          value={name}
          onChange={setName}
          autoFocus
        />
        <Button small type="submit" isDisabled={name.trim() === ''}>
          {words.save}
        </Button>
        <Button small tone="quiet" onPress={() => setName(null)}>
          {words.cancel}
        </Button>
      </form>
    );
  }
  return (
    <div className="export-profile">
      {presets.length > 0 ? (
        <Choose
          label={presetWords.label}
          choices={[
            { id: NONE, label: presetWords.none },
            ...presets.map((preset) => ({ id: preset.id, label: preset.name })),
          ]}
          value={chosen?.id ?? NONE}
          onChange={(id) => {
            const preset = presets.find((one) => one.id === id);
            if (!preset) return;
            const { formats, profile, bundle, withContact } = preset;
            onChoice({ formats, profile, bundle, withContact });
          }}
        />
      ) : null}
      {chosen ? (
        <Button small tone="quiet" autoFocus={hadField} onPress={() => void remove(chosen)}>
          {presetWords.remove}
        </Button>
      ) : (
        <Button
          small
          tone="quiet"
          autoFocus={hadField}
          onPress={() => {
            setHadField(true);
            setName('');
          }}
        >
          {presetWords.save}
        </Button>
      )}
    </div>
  );
}

/** Markdown's profile counts where Markdown is written, contact details where there is room for them. */
function isSame(preset: ExportPreset, choice: PresetChoice): boolean {
  const hasMarkdown = choice.formats.includes('markdown');
  return (
    preset.bundle === choice.bundle &&
    preset.formats.join() === choice.formats.join() &&
    (!hasMarkdown || preset.profile === choice.profile) &&
    (!choice.formats.some(hasRoomForContact) || preset.withContact === choice.withContact)
  );
}
