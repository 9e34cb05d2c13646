import type { BuiltInStyle, CreditRole } from '../model/byline';
import type { HouseStyle } from '../model/house-style';
import { BUILT_IN } from './built-in-styles';
import { type BylineWords, wordsOf } from './words';

/** A house style with the words of a language in every place that it leaves open. */
export interface PrintedStyle {
  style: HouseStyle;
  locale: string;
  opening: string;
  openingOfMany: string;
  with: string;
  place: string;
  freelance: string;
  tail: { around: string; between: string };
  roles: Readonly<Record<CreditRole, string>>;
  /** What stands between the names of a list, one less than there are names. */
  between(names: readonly string[]): string[];
}

const SENTENCES = { around: '{}.', between: '. ' };

/** @param language of the article; counts where the style has none of its own */
export function printedStyle(
  given: BuiltInStyle | HouseStyle,
  language: string | undefined,
): PrintedStyle {
  const style = typeof given === 'string' ? BUILT_IN[given] : given;
  const spoken = style.language ?? language;
  const words = wordsOf(spoken);
  return {
    style,
    locale: words.locale,
    opening: style.opening ?? words.by,
    openingOfMany: style.opening ?? words.byMany ?? words.by,
    with: style.with ?? words.with,
    place: style.place ?? words.place,
    freelance: style.freelance ?? words.freelance,
    tail: {
      around: style.tail.around ?? (words.tail ?? SENTENCES).around,
      between: style.tail.between ?? (words.tail ?? SENTENCES).between,
    },
    roles: { ...words.roles, ...ownRoles(style, words) },
    between: separatorsOf(style, words),
  };
}

/** The style's words for roles in the language that is printed. */
function ownRoles(style: HouseStyle, { locale }: BylineWords): HouseStyle['roles'][string] {
  const primary = (tag: string) => tag.split('-')[0]?.toLowerCase();
  const entry = Object.entries(style.roles).find(([tag]) => primary(tag) === primary(locale));
  return entry?.[1] ?? {};
}

function separatorsOf(style: HouseStyle, words: BylineWords): PrintedStyle['between'] {
  const own = style.separators ?? words.separators;
  if (own) {
    return (names) =>
      names.slice(1).map((_, index) => {
        if (names.length === 2) return own.two;
        return index === names.length - 2 ? own.last : own.between;
      });
  }
  const isEnglish = words.locale.startsWith('en');
  const locale = isEnglish ? (style.serialComma ? 'en-US' : 'en-GB') : words.locale;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  // It reads the names: Spanish has "e" before an Isabel.
  return (names) =>
    list
      .formatToParts(names)
      .filter(({ type }) => type === 'literal')
      .map(({ value }, index) =>
        // ICU does not know that í is an i.
        words.locale === 'es' && /^h?í/iu.test(names[index + 1] ?? '')
          ? value.replace(/ y $/u, ' e ')
          : value,
      );
}
