import type { BundledLanguage } from '../../src-shared/spelling/checkers';
import type { DictionaryFiles } from './checker';

/*
 * The dictionaries that come with Stet, served by its own pages. The packages’ entries read files, which
 * a page cannot, so the files are named here.
 */

const FILES: Record<BundledLanguage, { aff: URL; dic: URL }> = {
  es: {
    aff: new URL('../../node_modules/dictionary-es/index.aff', import.meta.url),
    dic: new URL('../../node_modules/dictionary-es/index.dic', import.meta.url),
  },
  fr: {
    aff: new URL('../../node_modules/dictionary-fr/index.aff', import.meta.url),
    dic: new URL('../../node_modules/dictionary-fr/index.dic', import.meta.url),
  },
};

export async function bundledDictionary(language: BundledLanguage): Promise<DictionaryFiles> {
  const { aff, dic } = FILES[language];
  const [affBytes, dicBytes] = await Promise.all([read(aff), read(dic)]);
  return { aff: affBytes, dic: dicBytes };
}

async function read(url: URL): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} is not there.`);
  return new Uint8Array(await response.arrayBuffer());
}
