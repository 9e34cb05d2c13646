import { useState } from 'react';
import { Button, ComboBox, Input, Label, Tag, TagGroup, TagList } from 'react-aria-components';
import { Suggestions } from '../ui/fields';
import { CloseIcon } from '../ui/icons';
import { fold } from '../ui/palette-search';
import { words } from '../words/words';

const MOST = 8;

/** Tags, each with a way to remove it; a comma or Enter adds what was typed, or one that is known. */
export function TagsField({
  tags,
  known = [],
  isDisabled = false,
  onChange,
}: {
  tags: readonly string[];
  /** Tags that are in use already: offered while one is typed. */
  known?: readonly string[];
  isDisabled?: boolean;
  onChange(tags: string[]): void;
}) {
  const [typed, setTyped] = useState('');
  const add = (text: string) => {
    const added = text
      .split(',')
      .map((tag) => tag.replace(/\s+/g, ' ').trim())
      .filter((tag) => tag !== '' && !tags.includes(tag));
    setTyped('');
    if (added.length > 0) onChange([...tags, ...new Set(added)]);
  };
  const wanted = fold(typed.trim());
  const fitting =
    wanted === ''
      ? []
      : known
          .filter((tag) => !tags.includes(tag) && fold(tag).includes(wanted))
          .sort((a, b) => Number(fold(b).startsWith(wanted)) - Number(fold(a).startsWith(wanted)))
          .slice(0, MOST);
  return (
    <>
      {tags.length > 0 ? (
        <TagGroup
          className="field"
          {...(isDisabled
            ? {}
            : { onRemove: (keys) => onChange(tags.filter((tag) => !keys.has(tag))) })}
        >
          <Label>{words.article.tags}</Label>
          <TagList className="tags" items={tags.map((id) => ({ id }))}>
            {({ id }) => (
              <Tag className="tag" textValue={id}>
                {id}
                {isDisabled ? null : (
                  <Button
                    slot="remove"
                    className="tag-remove"
                    aria-label={words.article.removeTag(id)}
                  >
                    <CloseIcon />
                  </Button>
                )}
              </Tag>
            )}
          </TagList>
        </TagGroup>
      ) : null}
      <ComboBox
        className="field"
        isDisabled={isDisabled}
        items={fitting.map((id) => ({ id }))}
        inputValue={typed}
        onInputChange={(text) => (text.includes(',') ? add(text) : setTyped(text))}
        selectedKey={null}
        allowsCustomValue
        onSelectionChange={(key) => {
          if (key !== null) add(String(key));
        }}
        onBlur={() => add(typed)}
      >
        <Label>{tags.length > 0 ? words.article.addTag : words.article.tags}</Label>
        <Input
          className="input"
          placeholder={words.article.tagsPlaceholder}
          onKeyDown={(event) => {
            const isOnOption = event.currentTarget.getAttribute('aria-activedescendant') !== null;
            if (event.key !== 'Enter' || isOnOption) return;
            // The form around it is not meant.
            event.preventDefault();
            add(typed);
          }}
        />
        <Suggestions />
      </ComboBox>
    </>
  );
}
