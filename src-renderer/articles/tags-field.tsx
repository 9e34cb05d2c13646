import { useState } from 'react';
import { Button, Label, Tag, TagGroup, TagList } from 'react-aria-components';
import { TextField } from '../ui/fields';
import { CloseIcon } from '../ui/icons';
import { words } from '../words/words';

/** Tags, each with a way to remove it; a comma or Enter adds what was typed. */
export function TagsField({
  tags,
  onChange,
}: {
  tags: readonly string[];
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
  return (
    <>
      {tags.length > 0 ? (
        <TagGroup
          className="field"
          onRemove={(keys) => onChange(tags.filter((tag) => !keys.has(tag)))}
        >
          <Label>{words.article.tags}</Label>
          <TagList className="tags" items={tags.map((id) => ({ id }))}>
            {({ id }) => (
              <Tag className="tag" textValue={id}>
                {id}
                <Button
                  slot="remove"
                  className="tag-remove"
                  aria-label={words.article.removeTag(id)}
                >
                  <CloseIcon />
                </Button>
              </Tag>
            )}
          </TagList>
        </TagGroup>
      ) : null}
      <TextField
        label={tags.length > 0 ? words.article.addTag : words.article.tags}
        placeholder={words.article.tagsPlaceholder}
        value={typed}
        onChange={(text) => (text.includes(',') ? add(text) : setTyped(text))}
        onBlur={() => add(typed)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add(typed);
          else event.continuePropagation();
        }}
      />
    </>
  );
}
