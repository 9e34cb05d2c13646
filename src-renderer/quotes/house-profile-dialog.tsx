import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import * as v from 'valibot';
import {
  type ChosenProfile,
  HouseProfileSchema,
  PERMISSIVE,
  readProfile,
  STRICT,
} from '../../src-shared/quotation/verdict/profile';
import { attempt } from '../actions';
import { call } from '../bridge';
import { asStetError, keys, queryClient } from '../queries/client';
import { closeDialog, showToast } from '../shell';
import { Button } from '../ui/button';
import { DialogEnd } from '../ui/dialog-end';
import { Choose, TextField } from '../ui/fields';
import { FileButton } from '../ui/file-button';
import { Modal } from '../ui/modal';
import { errorMessage } from '../words/errors';
import { houseProfileWords as said } from '../words/house-profile';
import { words } from '../words/words';
import { HouseRules } from './house-rules';

type Base = ChosenProfile['base'];
type Choice = Base | 'own';

const BASES = { strict: STRICT, permissive: PERMISSIVE } as const;
const standard = (base: Base): ChosenProfile => ({ name: base, base, rules: {}, limits: {} });

function choiceOf(profile: ChosenProfile): Choice {
  return JSON.stringify(profile) === JSON.stringify(standard(profile.base)) ? profile.base : 'own';
}

/** How strictly the newsroom quotes, to choose and to set. */
export function HouseProfileDialog() {
  const { data: profile } = useQuery({
    queryKey: keys.houseProfile,
    queryFn: () => call('library.houseProfile', {}),
    // Another window may have chosen another one.
    staleTime: 0,
  });
  return (
    <Modal title={said.title} description={said.description} onClose={closeDialog}>
      {profile ? <ProfileForm profile={profile} /> : <p className="dialog-body">{words.loading}</p>}
    </Modal>
  );
}

function ProfileForm({ profile }: { profile: ChosenProfile }) {
  const [choice, setChoice] = useState<Choice>(choiceOf(profile));
  const [own, setOwn] = useState<ChosenProfile>(
    choiceOf(profile) === 'own' ? profile : { ...profile, name: said.ownName },
  );
  const [limits, setLimits] = useState(limitsOf(own));
  const [failure, setFailure] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);

  const isOwn = choice === 'own';
  const parsed = v.safeParse(HouseProfileSchema, {
    ...own,
    limits: changedLimits(own.base, limits),
  });
  const isValid = !isOwn || parsed.success;

  const load = async (given: File) => {
    const read = v.safeParse(HouseProfileSchema, await given.text().then(parseJson));
    if (!read.success) {
      setFailure(said.fileWrong);
      return;
    }
    setFailure(null);
    setOwn(read.output);
    setLimits(limitsOf(read.output));
    setChoice('own');
  };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!isValid || saving) return;
    setSaving(true);
    try {
      await chooseProfile(isOwn && parsed.success ? parsed.output : standard(choice as Base));
      closeDialog();
    } catch (error) {
      setFailure(errorMessage(asStetError(error)));
      setSaving(false);
    }
  };

  return (
    <form className="house-profile" onSubmit={(event) => void save(event)}>
      <div className="dialog-body form">
        <RadioGroup
          className="choices"
          aria-label={said.title}
          value={choice}
          onChange={(value) => setChoice(value as Choice)}
        >
          {(['strict', 'permissive', 'own'] as const).map((id) => (
            <Radio key={id} value={id} className="choice" autoFocus={id === choice}>
              <span className="choice-label">{said.choices[id].label}</span>
              <span className="hint">{said.choices[id].hint}</span>
            </Radio>
          ))}
        </RadioGroup>
        {isOwn ? (
          <>
            <div className="form-row">
              <TextField
                label={said.name}
                value={own.name}
                onChange={(name) => setOwn({ ...own, name })}
                isInvalid={own.name.trim() === ''}
                error={own.name.trim() === '' ? said.nameMissing : null}
              />
              <Choose
                label={said.base}
                choices={(['strict', 'permissive'] as const).map((id) => ({
                  id,
                  label: said.choices[id].label,
                }))}
                value={own.base}
                onChange={(base) => setOwn({ ...own, base })}
              />
            </div>
            <div className="form-row">
              <TextField
                label={said.omittedWords}
                value={limits.omittedWords}
                inputMode="numeric"
                onChange={(omittedWords) => setLimits({ ...limits, omittedWords })}
                isInvalid={!isCount(limits.omittedWords)}
                error={said.numberWrong}
              />
              <TextField
                label={said.bracketedWords}
                value={limits.bracketedWords}
                inputMode="numeric"
                onChange={(bracketedWords) => setLimits({ ...limits, bracketedWords })}
                isInvalid={!isCount(limits.bracketedWords)}
                error={said.numberWrong}
              />
            </div>
            <HouseRules profile={own} onChange={setOwn} />
          </>
        ) : null}
      </div>
      <DialogEnd failure={failure} label={words.save} isDisabled={!isValid || saving}>
        <FileButton label={said.load} onChoose={load} />
        <Button
          isDisabled={!isValid}
          onPress={() => {
            const shown = isOwn && parsed.success ? parsed.output : standard(choice as Base);
            void attempt(async () => {
              await navigator.clipboard.writeText(JSON.stringify(shown, null, 2));
              showToast(said.copied);
            });
          }}
        >
          {said.copy}
        </Button>
      </DialogEnd>
    </form>
  );
}

/** Judges the library by a profile; the message that says so can take it back. */
async function chooseProfile(profile: ChosenProfile) {
  const { previous } = await call('library.setHouseProfile', { profile });
  queryClient.setQueryData(keys.houseProfile, profile);
  if (JSON.stringify(previous) === JSON.stringify(profile)) return;
  showToast(said.changed(nameOf(profile)), {
    action: { label: words.undo, perform: () => void attempt(() => chooseProfile(previous)) },
  });
}

function nameOf(profile: ChosenProfile): string {
  const choice = choiceOf(profile);
  return choice === 'own' ? profile.name : said.choices[choice].label;
}

function limitsOf(profile: ChosenProfile) {
  const { omittedWords, bracketedWords } = readProfile(profile).limits;
  return { omittedWords: String(omittedWords), bracketedWords: String(bracketedWords) };
}

const isCount = (text: string) => /^\d{1,5}$/.test(text.trim()) && Number(text) <= 10_000;

/** The limits that are not the base's; what is no number is left in, for the schema to refuse. */
function changedLimits(base: Base, limits: ReturnType<typeof limitsOf>) {
  return Object.fromEntries(
    (['omittedWords', 'bracketedWords'] as const)
      .map((key) => [key, isCount(limits[key]) ? Number(limits[key]) : Number.NaN] as const)
      .filter(([key, value]) => value !== BASES[base].limits[key]),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
