import type { ReactNode } from 'react';
import {
  TextArea as AriaTextArea,
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
  /** Empty where there may be one later: what comes to a field after it was drawn is not tied to it. */
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
      {hint === undefined ? null : (
        <Text slot="description" className="hint" hidden={!hint}>
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}

/** Several lines of text with their label. */
export function TextArea({
  label,
  hideLabel = false,
  rows,
  placeholder,
  autoFocus = false,
  ...props
}: Omit<FieldProps, 'hint' | 'error'> & { rows: number; hideLabel?: boolean }) {
  return (
    <AriaTextField {...props} className="field" {...(hideLabel ? { 'aria-label': label } : {})}>
      {hideLabel ? null : <Label>{label}</Label>}
      <AriaTextArea
        className="input text-area"
        rows={rows}
        autoFocus={autoFocus}
        dir="auto"
        {...(placeholder ? { placeholder } : {})}
      />
    </AriaTextField>
  );
}

/** What a combo box offers, where what is offered is what is put in. */
export function Suggestions() {
  return (
    <Popover className="popover">
      <ListBox className="options">
        {({ id }: { id: string }) => (
          <ListBoxItem id={id} className="option" textValue={id}>
            {id}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
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
  isDisabled = false,
  choices,
  value,
  onChange,
}: {
  label: string;
  hideLabel?: boolean;
  isDisabled?: boolean;
  choices: readonly Choice<K>[];
  value: K;
  onChange(value: K): void;
}) {
  return (
    <Select
      className="field"
      isDisabled={isDisabled}
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
