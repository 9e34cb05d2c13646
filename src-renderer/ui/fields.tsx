import type { ReactNode } from 'react';
import {
  TextField as AriaTextField,
  Button,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
  type TextFieldProps,
} from 'react-aria-components';
import { ChevronIcon } from './icons';

interface FieldProps extends Omit<TextFieldProps, 'className' | 'style' | 'children'> {
  label: string;
  hint?: ReactNode;
  placeholder?: string;
  /** What is wrong with it; shown while it is invalid. */
  error?: string | null;
}

/** A line of text with its label, a hint, and what is wrong with it. */
export function TextField({ label, hint, placeholder, error, ...props }: FieldProps) {
  return (
    <AriaTextField {...props} className="field">
      <Label>{label}</Label>
      <Input className="input" {...(placeholder ? { placeholder } : {})} />
      {hint ? (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}

export interface Choice<K extends string> {
  id: K;
  label: string;
  hint?: string;
}

/** One of a few: a list that opens from a button. */
export function Choose<K extends string>({
  label,
  hideLabel = false,
  choices,
  value,
  onChange,
}: {
  label: string;
  hideLabel?: boolean;
  choices: readonly Choice<K>[];
  value: K;
  onChange(value: K): void;
}) {
  return (
    <Select
      className="field"
      selectedKey={value}
      onSelectionChange={(key) => {
        if (key !== null && key !== value) onChange(key as K);
      }}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {hideLabel ? null : <Label>{label}</Label>}
      <Button className="select-button">
        <SelectValue className="select-value">{({ selectedText }) => selectedText}</SelectValue>
        <ChevronIcon />
      </Button>
      <Popover className="popover">
        <ListBox className="options" items={choices}>
          {(choice) => (
            <ListBoxItem className="option" textValue={choice.label}>
              <Text slot="label">{choice.label}</Text>
              {choice.hint ? (
                <Text slot="description" className="option-hint">
                  {choice.hint}
                </Text>
              ) : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
