import type { CreditRole } from '../model/byline';
import { MORE_WORDS } from './words-more';

/** The words of a byline in one language. `{}` stands for names, places, houses. */
export interface BylineWords {
  /** For `Intl.ListFormat`. */
  locale: string;
  /** Around the authors. */
  by: string;
  /** The same around several, where the language has another word then. */
  byMany?: string;
  /** Around those they wrote with. */
  with: string;
  /** Around a place, after a name. */
  place: string;
  /** Around the paper a freelance wrote for. */
  freelance: string;
  /** Between names, where bylines join them otherwise than other texts. */
  separators?: { between: string; last: string; two: string };
  /** Below the article; a sentence for each role where it is left out. */
  tail?: { around: string; between: string };
  roles: Readonly<Record<CreditRole, string>>;
}

const EN: BylineWords = {
  locale: 'en-GB',
  by: 'By {}',
  with: ' with {}',
  place: ' in {}',
  freelance: 'For {}',
  roles: {
    author: 'Written by {}',
    with: 'With {}',
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
  by: 'Von {}',
  with: ' mit {}',
  place: ' in {}',
  freelance: 'Für {}',
  roles: {
    author: 'Text: {}',
    with: 'Mit {}',
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
  by: 'Par {}',
  with: ' avec {}',
  place: ' à {}',
  freelance: 'Pour {}',
  roles: {
    author: 'Texte : {}',
    with: 'Avec {}',
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
  by: 'Por {}',
  with: ' con {}',
  place: ' en {}',
  freelance: 'Para {}',
  roles: {
    author: 'Texto: {}',
    with: 'Con {}',
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
  by: '文・{}',
  with: '、協力・{}',
  tail: { around: '{}', between: '　' },
  place: '（{}）',
  freelance: '{}',
  roles: {
    author: '文・{}',
    with: '協力・{}',
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

/** By the language's first part. */
export const BYLINE_WORDS: Readonly<Record<string, BylineWords>> = {
  en: EN,
  de: DE,
  fr: FR,
  es: ES,
  ja: JA,
  ...MORE_WORDS,
};

/** The words of a language; English ones where Stet has none. */
export function wordsOf(language: string | undefined): BylineWords {
  return BYLINE_WORDS[language?.split('-')[0]?.toLowerCase() ?? ''] ?? EN;
}
