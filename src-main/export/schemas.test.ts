import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryExport } from './arbitrary-export';
import { contactedInput, exampleInput, id } from './example';
import { correctedInput } from './example-corrections';
import { reviewedInput } from './example-review';
import annotationShape from './fixtures/annotation-shape.json';
import cslShape from './fixtures/csl-shape.json';
import ninjsShape from './fixtures/ninjs-shape.json';
import type { ExportInput } from './input';
import { renderExport } from './registry';

/*
 * Sidecars against schemas. Those in fixtures/ are Stet's own: no wider than the official ones, narrower
 * in most places, and with no licence to carry. `STET_SCHEMAS` may name a folder with the official files,
 * `ninjs-schema_3.1.json` (IPTC, CC BY 4.0) and `csl-data.json` (citationstyles.org, MIT): then these are
 * asked too. Of Web Annotations there is no official one.
 */

const isTime = (text: string) => /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(text);
const isUri = (text: string) => /^[a-z][a-z0-9+.-]*:[\x21\x23-\x7e]+$/i.test(text);
const formats = { 'date-time': isTime, uri: isUri };

const inputs: ExportInput[] = [
  exampleInput(),
  reviewedInput(),
  correctedInput(),
  contactedInput(),
  exampleInput({ language: 'de', quotations: [], dateline: null, section: null }),
  withOddMetadata(),
  ...fc.sample(arbitraryExport, { numRuns: Number(process.env.STET_RANDOM_PAGES ?? 40), seed: 5 }),
];

/** What importers, and people, put into the fields of a source. */
function withOddMetadata(): ExportInput {
  const metadata = {
    type: 'no-such-type',
    author: ['Mara Lind', { family: 'Oakes', given: 'Tom', role: 'x' }, 7],
    issued: '12 April 2026',
    accessed: { 'date-parts': [[2026, 4, 12, 9]], raw: 'today' },
    page: 7,
    DOI: 10.5,
    'part-number': '2',
    publisher: { name: 'Quay Press' },
    'no-such-field': 'x',
  };
  return { ...exampleInput(), metadata: { [id(102)]: metadata } };
}

describe.each([
  ['ninjs', ninjsShape],
  ['csl', cslShape],
  ['annotations', annotationShape],
] as const)('%s', (format, shape) => {
  test('is as its schema wants it', () => {
    const validate = new Ajv2020({ formats, allowUnionTypes: true, strictTypes: false }).compile(
      shape,
    );
    for (const input of inputs) {
      const valid = validate(JSON.parse(renderExport(input, format).text));
      expect(valid, JSON.stringify(validate.errors)).toBe(true);
    }
  });
});

test('metadata that CSL has no room for are left out, and what can be mended is', () => {
  const [, report] = JSON.parse(renderExport(withOddMetadata(), 'csl').text);
  expect(report).toMatchObject({
    type: 'webpage',
    author: [{ literal: 'Mara Lind' }, { family: 'Oakes', given: 'Tom' }],
    issued: { raw: '12 April 2026' },
    accessed: { raw: 'today' },
    page: 7,
    DOI: '10.5',
  });
  expect(report).not.toHaveProperty('publisher');
  expect(report).not.toHaveProperty('no-such-field');
});

test('every word that the model has not is explained in the file', () => {
  for (const input of inputs) {
    for (const annotation of JSON.parse(renderExport(input, 'annotations').text)) {
      const [, own] = annotation['@context'];
      const used = JSON.stringify({ ...annotation, '@context': null });
      for (const term of ['speaker', 'attribution', 'sha256', 'quoting']) {
        if (used.includes(`"${term}"`)) expect(Object.keys(own)).toContain(term);
      }
    }
  }
});

const folder = process.env.STET_SCHEMAS;
if (folder !== undefined) {
  test.each([
    ['ninjs', 'ninjs-schema_3.1.json'],
    ['csl', 'csl-data.json'],
  ] as const)('%s is as the official schema wants it', (format, name) => {
    const official = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const options = { formats, strict: false };
    const ajv = official.$schema.includes('2020-12') ? new Ajv2020(options) : new Ajv(options);
    // ninjs refers to GeoJSON, which Stet does not write.
    ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json' });
    const validate = ajv.compile(official);
    for (const input of inputs) {
      const valid = validate(JSON.parse(renderExport(input, format).text));
      expect(valid, JSON.stringify(validate.errors)).toBe(true);
    }
  });
}
