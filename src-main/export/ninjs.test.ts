import Ajv2020 from 'ajv/dist/2020';
import { expect, test } from 'vitest';
import { document, figure, inlineBlock, textNode } from '../../src-shared/document/build';
import { exampleInput, NO_BYLINE } from './example';
import shape from './fixtures/ninjs-shape.json';
import type { ExportInput } from './input';
import { renderExport } from './registry';

const exported = (input: ExportInput = exampleInput()) =>
  JSON.parse(renderExport(input, 'ninjs').text);

/** An article with a picture and nothing else in its body. */
function withPicture(): ExportInput {
  const picture = 'a'.repeat(64);
  const one = document([
    inlineBlock('headline', [textNode('La crue / 洪水')]),
    figure({ picture, width: 4, height: 3, credit: 'A. Quill', alternativeText: 'A quay' }, [
      textNode('The quay'),
    ]),
  ]);
  return {
    ...exampleInput({
      document: one,
      quotations: [],
      byline: NO_BYLINE,
    }),
    pictures: { [picture]: 'jpg' },
  };
}

test('the example reads as it is meant to', async () => {
  await expect(renderExport(exampleInput(), 'ninjs').text).toMatchFileSnapshot(
    'fixtures/example.ninjs.txt',
  );
});

test('it has the properties that ninjs 3.1 knows, and no others', () => {
  const ajv = new Ajv2020({ formats: { 'date-time': isTime, uri: isUri } });
  const validate = ajv.compile(shape);
  for (const input of [exampleInput(), withPicture()]) {
    expect(validate(exported(input)), JSON.stringify(validate.errors)).toBe(true);
  }
  // The shape says no to what ninjs has no room for.
  expect(validate({ ...exported(), authors: [] })).toBe(false);
});

test('every quotation that a source carries is in the body', () => {
  const { bodies, associations } = exported();
  const ids = associations.flatMap(({ altIds }: { altIds: { value: string }[] }) =>
    altIds.map(({ value }) => value),
  );
  expect(ids).toHaveLength(4);
  for (const id of ids) expect(bodies[0].value).toContain(`id="${id}"`);
});

test('a described source is its description, and none of its words or speakers', () => {
  const source = exported().associations[2];
  expect(source.headlines).toEqual([{ value: 'a memo of the port’s owner' }]);
  expect(source.bodies).toBeUndefined();
  expect(exported().people.map(({ name }: { name: string }) => name)).toEqual([
    'Mara Lind',
    'Saltmere Audit Office',
    'Ivo Brandt',
  ]);
});

test('a picture is an association that says where it lies', () => {
  const [picture] = exported(withPicture()).associations;
  const [beside] = renderExport(withPicture(), 'ninjs').pictures ?? [];
  expect(picture).toMatchObject({ type: 'picture', by: 'A. Quill' });
  expect(picture.renditions[0].title).toBe(beside?.path);
  expect(picture.descriptions.map(({ value }: { value: string }) => value)).toEqual([
    'The quay',
    'A quay',
  ]);
});

const isTime = (text: string) => /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(text);
const isUri = (text: string) => /^[a-z][a-z0-9+.-]*:[\x21\x23-\x7e]+$/i.test(text);
