import type { Element, Root } from 'hast';
import { dateFrom } from './date';
import { attribute, findAll, findFirst, hasWord, isUnread, textOf } from './html-tree';
import { type ImportedDetails, languageTag, oneLine } from './imported';
import { isSafeLink } from './links';

/**
 * What a page says about itself: meta elements, Open Graph, JSON-LD, the canonical link and the
 * note that browsers put into saved pages. What stands in the text itself is read elsewhere.
 */
export function pageDetails(root: Root): ImportedDetails {
  const metas = findAll(root, (element) => element.tagName === 'meta');
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      const found = metas.find((element) =>
        ['name', 'property', 'itemProp', 'httpEquiv'].some(
          (key) => attribute(element, key).toLowerCase() === name,
        ),
      );
      const content = found ? oneLine(attribute(found, 'content')) : null;
      if (content !== null) return content;
    }
    return null;
  };
  const data = linkedData(root);
  const html = findFirst(root, (element) => element.tagName === 'html');
  const titleElement = findFirst(root, (element) => element.tagName === 'title');
  const site = meta('og:site_name', 'application-name');
  const title = titleElement ? withoutSite(textOf(titleElement), site) : null;
  return {
    title: meta('og:title', 'twitter:title') ?? data.headline ?? oneLine(title),
    standfirst: meta('description', 'og:description') ?? data.description,
    byline: authors(metas) ?? data.author,
    contributors: null,
    language: languageTag(html ? attribute(html, 'lang') : null) ?? languageTag(meta('og:locale')),
    dateline: data.dateline,
    date: dateFrom(
      meta(
        'article:published_time',
        'datepublished',
        'date',
        'dc.date',
        'dcterms.created',
        'parsely-pub-date',
        'sailthru.date',
      ) ??
        data.date ??
        publishedTime(root) ??
        '',
    ),
    url: webAddress(canonical(root) ?? meta('og:url') ?? data.url ?? savedFrom(root)),
  };
}

/** "Bridge opens | The Planet" is the title "Bridge opens". */
function withoutSite(title: string, site: string | null): string {
  const parts = title.split(/\s+[|–—·»-]\s+/);
  const last = parts.at(-1);
  if (parts.length < 2 || last === undefined) return title;
  const isSite = site !== null && last.toLowerCase().includes(site.toLowerCase());
  return isSite || /\s\|\s/.test(title)
    ? title.slice(0, title.lastIndexOf(last)).replace(/\s+[|–—·»-]\s+$/, '')
    : title;
}

/** Names only: `article:author` is often the address of a profile. */
function authors(metas: readonly Element[]): string | null {
  const names = metas
    .filter((element) =>
      ['name', 'property'].some((key) =>
        ['author', 'article:author', 'byl', 'dc.creator', 'parsely-author'].includes(
          attribute(element, key).toLowerCase(),
        ),
      ),
    )
    .map((element) => oneLine(attribute(element, 'content')))
    .filter((name): name is string => name !== null && !/^https?:/i.test(name));
  return oneLine([...new Set(names)].join(', '));
}

function publishedTime(root: Root): string | null {
  const times = findAll(root, (element) => element.tagName === 'time', isUnread);
  const marked = times.find(
    (element) =>
      hasWord(element, 'itemProp', 'datePublished') ||
      hasWord(element, 'className', 'dt-published') ||
      'pubdate' in element.properties,
  );
  const element = marked ?? times[0];
  return element ? attribute(element, 'dateTime') || textOf(element) : null;
}

function canonical(root: Root): string | null {
  const link = findFirst(
    root,
    (element) => element.tagName === 'link' && hasWord(element, 'rel', 'canonical'),
  );
  return link ? oneLine(attribute(link, 'href')) : null;
}

/** Browsers write the address into a page they save: `<!-- saved from url=(0024)https://… -->`. */
function savedFrom(root: Root): string | null {
  for (const node of root.children) {
    if (node.type !== 'comment') continue;
    const address = /saved from url=\(\d+\)(\S+)/.exec(node.value)?.[1];
    if (address) return address;
  }
  return null;
}

/** A canonical address that is neither a file nor relative to one. */
function webAddress(url: string | null): string | null {
  return url !== null && /^https?:/i.test(url) && isSafeLink(url) ? url : null;
}

interface LinkedData {
  headline: string | null;
  description: string | null;
  author: string | null;
  date: string | null;
  dateline: string | null;
  url: string | null;
}

const NO_DATA: LinkedData = {
  headline: null,
  description: null,
  author: null,
  date: null,
  dateline: null,
  url: null,
};

/** The article of the page's schema.org data, if there is one. */
function linkedData(root: Root): LinkedData {
  const scripts = findAll(
    root,
    (element) =>
      element.tagName === 'script' && attribute(element, 'type').includes('application/ld+json'),
  );
  for (const script of scripts) {
    const text = script.children
      .map((child) => (child.type === 'text' ? child.value : ''))
      .join('');
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch {
      continue;
    }
    const all = records(data);
    const article = all.find((record) => /Article|Posting|Report$/.test(String(record['@type'])));
    if (!article) continue;
    const line = (value: unknown) => (typeof value === 'string' ? oneLine(value) : null);
    const names = records(article.author)
      .map((author) => line(author.name ?? resolve(author, all)?.name))
      .filter((name) => name !== null);
    return {
      headline: line(article.headline),
      description: line(article.description),
      author: oneLine(names.join(', ')),
      date: line(article.datePublished),
      dateline: line(article.dateline),
      url: line(article.url),
    };
  }
  return NO_DATA;
}

function resolve(reference: Record<string, unknown>, all: readonly Record<string, unknown>[]) {
  const id = reference['@id'];
  return id === undefined
    ? undefined
    : all.find((one) => one['@id'] === id && one !== reference && 'name' in one);
}

/** The objects of a JSON-LD value: one, a list of them, or those of a graph. */
function records(value: unknown): Record<string, unknown>[] {
  if (typeof value === 'string') return [{ name: value }];
  if (Array.isArray(value)) return value.flatMap(records);
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  return '@graph' in record ? records(record['@graph']) : [record];
}
