import { Group, Input, TextField } from 'react-aria-components';
import { nameWords } from '../../src-shared/bibliography/values';
import type { CslName } from '../../src-shared/import/csl';
import { Button, IconButton } from '../ui/button';
import { CloseIcon } from '../ui/icons';
import { bibliographyWords } from '../words/bibliography';

/** Names in order: people with the parts of their names, and bodies as they are printed. */
export function NamesField({
  label,
  names,
  onChange,
}: {
  label: string;
  names: readonly CslName[];
  onChange(names: CslName[]): void;
}) {
  const replace = (index: number, name: CslName) => onChange(names.with(index, name));
  const part = (name: CslName, index: number, key: 'given' | 'family' | 'literal') => (
    <TextField
      className="field"
      aria-label={bibliographyWords.nameOf(label, bibliographyWords[key], index + 1)}
      value={name[key] ?? ''}
      onChange={(value) => replace(index, { ...name, [key]: value })}
      autoFocus={isEmpty(name) && key !== 'family'}
    >
      <Input className="input" placeholder={bibliographyWords[key]} />
    </TextField>
  );
  return (
    <Group className="names-field" aria-label={label}>
      <div className="names-head">
        <span className="field-label">{label}</span>
        <Button tone="quiet" small onPress={() => onChange([...names, { given: '', family: '' }])}>
          {bibliographyWords.addPerson}
        </Button>
        <Button tone="quiet" small onPress={() => onChange([...names, { literal: '' }])}>
          {bibliographyWords.addOther}
        </Button>
      </div>
      {names.map((name, index) => (
        <div className="names-row" key={index}>
          {name.literal === undefined ? (
            <>
              {part(name, index, 'given')}
              {part(name, index, 'family')}
            </>
          ) : (
            part(name, index, 'literal')
          )}
          <IconButton
            label={bibliographyWords.removeName(nameWords(name))}
            onPress={() => onChange(names.toSpliced(index, 1))}
          >
            <CloseIcon />
          </IconButton>
        </div>
      ))}
    </Group>
  );
}

function isEmpty(name: CslName): boolean {
  return nameWords(name) === '';
}
