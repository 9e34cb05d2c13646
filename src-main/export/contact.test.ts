import matter from 'gray-matter';
import { describe, expect, test } from 'vitest';
import { EXPORT_FORMATS, hasRoomForContact } from '../../src-shared/contract/exports';
import { importHtml } from '../../src-shared/document/from-html';
import { MARKDOWN_PROFILES, type MarkdownProfile } from '../../src-shared/model/markdown-profile';
import { contactedInput, exampleInput, id } from './example';
import { reviewedInput } from './example-review';
import type { ExportInput } from './input';
import { renderExport } from './registry';

const ADDRESSES = ['ada.quill@', '7946', '010-0123', 'write-to', 'desk@agencies'];
const EMAIL = 'ada.quill@saltmere.example';

const addressesIn = (text: string) => ADDRESSES.filter((address) => text.includes(address));
const markdown = (profile: MarkdownProfile, input = contactedInput()) =>
  renderExport({ ...input, profile }, 'markdown').text;

describe.each(EXPORT_FORMATS)('contact details in %s', (format) => {
  test('are nowhere unless they were asked for, and then where there is room for them', () => {
    const input: ExportInput = { ...reviewedInput(), hasSidecar: true };
    const { contacts } = contactedInput();
    expect(addressesIn(renderExport(input, format).text)).toEqual([]);
    const found = addressesIn(renderExport({ ...input, contacts: contacts! }, format).text);
    expect(found).toEqual(hasRoomForContact(format) ? ADDRESSES : []);
  });
});

// Neither has a field for them: pandoc's authors are names, and Ghost has no front matter.
test.each(MARKDOWN_PROFILES)(
  'Markdown for %s has them with the contributors, if it has those',
  (profile) => {
    const without = ['ghost', 'pandoc'].includes(profile);
    expect(addressesIn(markdown(profile))).toEqual(without ? [] : ADDRESSES);
    expect(addressesIn(markdown(profile, exampleInput()))).toEqual([]);
  },
);

test('front matter says what each address is', () => {
  const { data, content } = matter(markdown('generic'), {});
  expect(data.contributors.slice(0, 3)).toEqual([
    expect.objectContaining({
      name: 'Ada Quill',
      email: EMAIL,
      telephone: ['+44 (0)20 7946 0018', '020 7946 0019'],
      contact: 'https://saltmere.example/write-to?desk=a&to=quill',
    }),
    { name: 'Ben Harrow', role: 'author', telephone: '(555) 010-0123' },
    { name: 'Cleo Marsh', role: 'additional-reporting' },
  ]);
  expect(addressesIn(content)).toEqual([]);
});

test('ninjs has them with its infoSources', () => {
  const { infoSources, people } = JSON.parse(renderExport(contactedInput(), 'ninjs').text);
  expect(infoSources[0].contactInfo).toEqual([
    { type: 'email', value: EMAIL },
    { type: 'phone', value: '+44 (0)20 7946 0018' },
    { type: 'phone', value: '020 7946 0019' },
    { type: 'web', value: 'https://saltmere.example/write-to?desk=a&to=quill' },
  ]);
  expect(infoSources[2]).not.toHaveProperty('contactInfo');
  expect(addressesIn(JSON.stringify(people))).toEqual([]);
});

describe('a page', () => {
  const page = (input = contactedInput()) => renderExport(input, 'html').text;
  const articleIn = (text: string) =>
    JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(text)?.[1] ?? '')[
      '@graph'
    ][0];

  test('has them with the authors in its data, and with nobody else', () => {
    const { author, ...rest } = articleIn(page());
    expect(author[0]).toMatchObject({
      '@type': 'Person',
      name: 'Ada Quill',
      url: 'https://saltmere.example/staff/ada-quill',
      email: EMAIL,
      telephone: ['+44 (0)20 7946 0018', '020 7946 0019'],
      contactPoint: {
        '@type': 'ContactPoint',
        url: 'https://saltmere.example/write-to?desk=a&to=quill',
      },
    });
    expect(author[1]).toMatchObject({ name: 'Ben Harrow', telephone: '(555) 010-0123' });
    expect(author[1]).not.toHaveProperty('email');
    expect(addressesIn(JSON.stringify(rest))).toEqual([]);
  });

  test('names them below the article, in an address each can be reached at', () => {
    const [, address = ''] = /<address>([\s\S]*?)<\/address>\n<\/footer>/.exec(page()) ?? [];
    expect(address).toContain(`<p>Ada Quill: <a href="mailto:${EMAIL}">${EMAIL}</a>, `);
    expect(address).toContain('<a href="tel:+442079460018">+44 (0)20 7946 0018</a>');
    expect(address.match(/<p>/g)).toHaveLength(3);
    expect(page(exampleInput())).not.toContain('<address');
  });

  test('names somebody who is credited twice once', () => {
    const { byline } = contactedInput().article;
    const again = { ...byline.credits[0]!, id: id(709), role: 'with' as const };
    const input = contactedInput({ byline: { ...byline, credits: [...byline.credits, again] } });
    const contacts = { ...input.contacts, [id(709)]: input.contacts![id(701)]! };
    expect(page({ ...input, contacts }).split('<p>Ada Quill: ')).toHaveLength(2);
  });

  test('comes back in without them', () => {
    const words = (text: string) => JSON.stringify(importHtml(text, { pictures: true }));
    expect(addressesIn(words(page()))).toEqual([]);
  });
});
