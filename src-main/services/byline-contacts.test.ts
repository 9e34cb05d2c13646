import { expect, test } from 'vitest';
import { authorCredit, type CreditInput } from '../../src-shared/model/byline';
import type { EditablePerson } from '../../src-shared/model/person';
import {
  type Desk,
  finishArticle,
  importArticle,
  importSource,
  newId,
  openDesk,
  quotationWith,
  targetOf,
} from '../testing/desk';

/** Somebody in the byline, and what makes that nobody may be told how to reach them. */
interface Situation {
  desk: Desk;
  articleId: string;
  personId: string;
  update(details: Partial<EditablePerson>): Promise<unknown>;
}
interface Case {
  name: string;
  credit?: Partial<CreditInput>;
  hide?(situation: Situation): Promise<unknown>;
}

const PLAIN = { kind: 'person', role: null, affiliation: null, url: null } as const;

const HIDDEN: Readonly<Record<string, Case>> = {
  'a pseudonym': { name: 'Nemo Quill', hide: ({ update }) => update({ isPseudonym: true }) },
  'a name with a real one behind it': {
    name: 'Ada Byrne',
    hide: ({ update }) => update({ realName: 'Maren Aldous' }),
  },
  'nobody in particular': {
    name: 'A correspondent',
    hide: ({ update }) => update({ kind: 'anonymous' }),
  },
  'a pseudonym that was merged into the record': {
    name: 'Bea Holm',
    async hide({ desk, personId }) {
      const details = { ...PLAIN, name: 'The Ferryman', isPseudonym: true };
      const { personId: merged } = await desk.call('people.create', { details });
      await desk.call('people.merge', { kept: personId, merged });
    },
  },
  'named below the article': { name: 'Cleo Marsh', credit: { tier: 'tagline' } },
  'named nowhere': { name: 'Dov Stern', credit: { tier: 'hidden' } },
  'the speaker of a source that is only described': {
    name: 'Eli Frost',
    async hide({ desk, articleId, personId }) {
      const source = await importSource(desk);
      const details = { disclosure: 'described' as const, description: 'a harbour pilot' };
      await desk.call('sources.update', { sourceId: source.sourceId, details });
      const { quotations } = await desk.call('articles.open', { articleId });
      const { id: quotationId } = quotationWith(quotations, 'open all winter');
      const target = targetOf(source, 'The harbour will stay open all winter.');
      await desk.call('quotations.setLinks', { articleId, links: [{ quotationId, target }] });
      await desk.call('quotations.setSpeaker', { articleId, quotationId, personId });
    },
  },
  'somebody who agreed to something about a confidential source': {
    name: 'Fay Grant',
    async hide({ desk }) {
      const { sourceId } = await importSource(desk, 'FAY: It leaks.', 'talk.txt');
      await desk.call('sources.update', { sourceId, details: { disclosure: 'confidential' } });
      const terms = { consent: 'given' as const, terms: null, agreedOn: null };
      const withdrawn = { withdrawnOn: null, withdrawalReason: null };
      const agreements = [{ id: newId(), speaker: 'Fay Grant', ...terms, ...withdrawn }];
      await desk.call('agreements.set', { sourceId, agreements });
    },
  },
  'the writer of a document that is off the record': {
    name: 'Gil Noor',
    async hide({ desk }) {
      const { sourceId } = await importSource(desk, 'The pier is unsafe.', 'memo.txt');
      const details = { kind: 'document', terms: 'off-the-record', creator: 'Noor, Gil' } as const;
      await desk.call('sources.update', { sourceId, details });
    },
  },
};
const NAMED_LATER = 'Hal Winter';

const emailOf = (name: string) => `${name.toLowerCase().replace(' ', '.')}@strandby.example`;
const addressesIn = (text: string) =>
  [...new Set(text.match(/[\w.]+@strandby\.example/g) ?? [])].sort();

/** An article with these people in its byline, each of whom has an e-mail address. */
async function deskWith(cases: readonly Case[]) {
  const desk = await openDesk();
  const { id: articleId, byline } = await importArticle(desk);
  const credits: CreditInput[] = [];
  for (const { name, credit } of cases) {
    const details = { ...PLAIN, name, email: emailOf(name) };
    const { personId } = await desk.call('people.create', { details });
    credits.push({ ...authorCredit(personId), ...credit });
  }
  await desk.call('bylines.set', { articleId, style: byline.style, credits });
  const update = (index: number, details: Partial<EditablePerson>) =>
    desk.call('people.update', { personId: credits[index]!.personId, details });
  for (const [index, { hide }] of cases.entries()) {
    const { personId } = credits[index]!;
    await hide?.({ desk, articleId, personId, update: (details) => update(index, details) });
  }
  return { desk, articleId, update };
}

const page = async (desk: Desk, articleId: string, withContact?: boolean) => {
  const asked = withContact === undefined ? {} : { withContact };
  const format = 'html' as const;
  return (await desk.call('exports.preview', { articleId, format, ...asked })).text;
};

test('who is in the byline can be reached where an editor asks for it, and nobody who is hidden', async () => {
  const cases = [...Object.values(HIDDEN), { name: NAMED_LATER }, { name: 'Ines Calder' }];
  const { desk, articleId, update } = await deskWith(cases);
  for (const asked of [undefined, false]) {
    expect(addressesIn(await page(desk, articleId, asked))).toEqual([]);
  }
  const open = [emailOf(NAMED_LATER), emailOf('Ines Calder')];
  const found = addressesIn(await page(desk, articleId, true));
  const leaked = Object.keys(HIDDEN).filter((what) => found.includes(emailOf(HIDDEN[what]!.name)));
  expect(leaked).toEqual([]);
  expect(found).toEqual(open);

  // What the article was finished under is no longer the name: it may have been a pen name.
  await finishArticle(desk, articleId);
  await update(cases.length - 2, { name: 'Hal Winter-Holm' });
  expect(addressesIn(await page(desk, articleId, true))).toEqual([emailOf('Ines Calder')]);
});

test('an address by which a source is known that may not be named is left out', async () => {
  const { desk, articleId, update } = await deskWith([{ name: 'Ines Calder' }]);
  const { sourceId } = await importSource(desk);
  const details = { url: 'https://leaks.example/drop', disclosure: 'confidential' } as const;
  const title = `Mail of ${emailOf('Ines Calder')}`;
  await desk.call('sources.update', { sourceId, details: { ...details, title } });
  const contact = 'http://www.leaks.example/drop/\nhttps://strandby.example/ines';
  await update(0, { contact });
  const text = await page(desk, articleId, true);
  expect(text).not.toMatch(/leaks|calder@/);
  expect(text).toContain('https://strandby.example/ines');
});
