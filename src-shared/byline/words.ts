import type { BylineStyle, CreditRole } from '../model/byline';

/** The words of a byline in one language. `{}` stands for the names. */
export interface BylineWords {
  locale: string;
  by: string;
  with: string;
  /** After a name, in front of its place. */
  in: (place: string) => string;
  /** After a name, in front of the paper a freelance wrote for. */
  for: string;
  roles: Readonly<Record<Exclude<CreditRole, 'author' | 'with'>, string>>;
}

const EN: BylineWords = {
  locale: 'en-GB',
  by: 'By ',
  with: ' with ',
  in: (place) => ` in ${place}`,
  for: 'For ',
  roles: {
    reporting: 'Reporting by {}',
    'additional-reporting': 'Additional reporting by {}',
    writing: 'Writing by {}',
    editing: 'Edited by {}',
    photo: 'Photographs by {}',
    video: 'Video by {}',
    illustration: 'Illustrations by {}',
    graphics: 'Graphics by {}',
    data: 'Data by {}',
    translation: 'Translated by {}',
    interview: 'Interview by {}',
    'as-told-to': 'As told to {}',
    narration: 'Read by {}',
    production: 'Produced by {}',
    'executive-producer': 'Executive producer: {}',
    compiled: 'Compiled by {}',
    'fact-check': 'Fact-checked by {}',
  },
};

const DE: BylineWords = {
  locale: 'de',
  by: 'Von ',
  with: ' mit ',
  in: (place) => ` in ${place}`,
  for: 'Für ',
  roles: {
    reporting: 'Recherche: {}',
    'additional-reporting': 'Mitarbeit: {}',
    writing: 'Text: {}',
    editing: 'Redaktion: {}',
    photo: 'Fotos: {}',
    video: 'Video: {}',
    illustration: 'Illustration: {}',
    graphics: 'Grafik: {}',
    data: 'Daten: {}',
    translation: 'Übersetzung: {}',
    interview: 'Interview: {}',
    'as-told-to': 'Protokoll: {}',
    narration: 'Gelesen von {}',
    production: 'Produktion: {}',
    'executive-producer': 'Produktionsleitung: {}',
    compiled: 'Zusammengestellt von {}',
    'fact-check': 'Faktencheck: {}',
  },
};

const FR: BylineWords = {
  locale: 'fr',
  by: 'Par ',
  with: ' avec ',
  in: (place) => ` à ${place}`,
  for: 'Pour ',
  roles: {
    reporting: 'Enquête : {}',
    'additional-reporting': 'Avec la collaboration de {}',
    writing: 'Texte : {}',
    editing: 'Édition : {}',
    photo: 'Photos : {}',
    video: 'Vidéo : {}',
    illustration: 'Illustrations : {}',
    graphics: 'Infographie : {}',
    data: 'Données : {}',
    translation: 'Traduction : {}',
    interview: 'Propos recueillis par {}',
    'as-told-to': 'Propos recueillis par {}',
    narration: 'Lu par {}',
    production: 'Production : {}',
    'executive-producer': 'Production exécutive : {}',
    compiled: 'Compilé par {}',
    'fact-check': 'Vérification : {}',
  },
};

const ES: BylineWords = {
  locale: 'es',
  by: 'Por ',
  with: ' con ',
  in: (place) => ` en ${place}`,
  for: 'Para ',
  roles: {
    reporting: 'Reportaje: {}',
    'additional-reporting': 'Con información de {}',
    writing: 'Texto: {}',
    editing: 'Edición: {}',
    photo: 'Fotografías: {}',
    video: 'Vídeo: {}',
    illustration: 'Ilustraciones: {}',
    graphics: 'Gráficos: {}',
    data: 'Datos: {}',
    translation: 'Traducción: {}',
    interview: 'Entrevista: {}',
    'as-told-to': 'Según lo contado a {}',
    narration: 'Narración: {}',
    production: 'Producción: {}',
    'executive-producer': 'Producción ejecutiva: {}',
    compiled: 'Recopilado por {}',
    'fact-check': 'Verificación: {}',
  },
};

const JA: BylineWords = {
  locale: 'ja',
  by: '文・',
  with: '、協力・',
  in: (place) => `（${place}）`,
  for: '',
  roles: {
    reporting: '取材・{}',
    'additional-reporting': '取材協力・{}',
    writing: '文・{}',
    editing: '編集・{}',
    photo: '写真・{}',
    video: '映像・{}',
    illustration: 'イラスト・{}',
    graphics: '図版・{}',
    data: 'データ・{}',
    translation: '翻訳・{}',
    interview: '聞き手・{}',
    'as-told-to': '聞き手・{}',
    narration: '朗読・{}',
    production: '制作・{}',
    'executive-producer': 'プロデューサー・{}',
    compiled: '構成・{}',
    'fact-check': '校閲・{}',
  },
};

/** The words a house style prints; styles named after a language use that language. */
export const STYLE_WORDS: Readonly<Record<BylineStyle, BylineWords>> = {
  ap: EN,
  oxford: { ...EN, locale: 'en-US' },
  guardian: { ...EN, by: '' },
  reuters: { ...EN, roles: { ...EN.roles, editing: 'Editing by {}' } },
  bbc: EN,
  nyt: EN,
  de: DE,
  fr: FR,
  es: ES,
  ja: JA,
};

const BY_LANGUAGE: Readonly<Record<string, BylineWords>> = { de: DE, fr: FR, es: ES, ja: JA };

/** The words of a style for an article in a language: an English style does not put "By" into German. */
export function wordsOf(style: BylineStyle, language?: string): BylineWords {
  const own = STYLE_WORDS[style];
  const isEnglish = own.locale.startsWith('en');
  const other = isEnglish ? BY_LANGUAGE[language?.slice(0, 2).toLowerCase() ?? ''] : undefined;
  return other ?? own;
}
