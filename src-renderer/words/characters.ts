/** The special characters that are offered, and what is said about them. */

export interface Character {
  text: string;
  /** What it is called; what is typed is looked for in it. */
  name: string;
  /** What is shown for one that cannot be seen. */
  shown?: string;
}

export interface CharacterGroup {
  name: string;
  characters: readonly Character[];
}

/** "A name, another": one character each, in the order of the names. */
function group(name: string, all: string, names: string): CharacterGroup {
  const list = names.split(', ');
  return {
    name,
    characters: [...all].map((text, index) => ({ text, name: list[index] ?? '' })),
  };
}

function accents(letters: string): Character[] {
  return letters.split(' ').map((text) => {
    const [letter = '', mark = ''] = text.normalize('NFD');
    const isCapital = letter !== letter.toLowerCase();
    const sign = MARKS[mark];
    const name = sign
      ? `${letter.toUpperCase()} with ${sign}`
      : (LETTERS[text.toLowerCase()] ?? '');
    return { text, name: `${isCapital ? 'capital' : 'small'} ${name}` };
  });
}

const MARKS: Record<string, string> = {
  '\u0300': 'grave',
  '\u0301': 'acute',
  '\u0302': 'circumflex',
  '\u0303': 'tilde',
  '\u0304': 'macron',
  '\u0306': 'breve',
  '\u0307': 'dot above',
  '\u0308': 'diaeresis',
  '\u030a': 'ring',
  '\u030b': 'double acute',
  '\u030c': 'caron',
  '\u0327': 'cedilla',
  '\u0328': 'ogonek',
};

const LETTERS: Record<string, string> = {
  æ: 'AE',
  œ: 'OE',
  ø: 'O with stroke',
  đ: 'D with stroke',
  ð: 'eth',
  þ: 'thorn',
  ł: 'L with stroke',
  ß: 'sharp S',
  ı: 'dotless I',
};

export const CHARACTER_GROUPS: readonly CharacterGroup[] = [
  group(
    'Quotation marks',
    '“”‘’„‚«»‹›"\'′″‟',
    'opening double quotation mark, closing double quotation mark, opening single quotation mark, closing single quotation mark or apostrophe, low double quotation mark, low single quotation mark, opening guillemet, closing guillemet, opening single guillemet, closing single guillemet, straight double quotation mark, straight apostrophe, prime or minutes or feet, double prime or seconds or inches, reversed high double quotation mark',
  ),
  group(
    'Dashes and points',
    '–—‒―‑−…·•†‡§¶',
    'en dash, em dash, figure dash, quotation dash, no-break hyphen, minus sign, ellipsis, middle dot, bullet, dagger, double dagger, section sign, paragraph sign',
  ),
  {
    name: 'Spaces and invisible characters',
    characters: [
      { text: '\u00a0', name: 'no-break space', shown: 'NBSP' },
      { text: '\u202f', name: 'narrow no-break space', shown: 'NNBSP' },
      { text: '\u2009', name: 'thin space', shown: 'THIN' },
      { text: '\u200a', name: 'hair space', shown: 'HAIR' },
      { text: '\u2002', name: 'en space', shown: 'EN' },
      { text: '\u2003', name: 'em space', shown: 'EM' },
      { text: '\u2007', name: 'figure space', shown: 'FIG' },
      { text: '\u00ad', name: 'soft hyphen', shown: 'SHY' },
      { text: '\u2060', name: 'word joiner or zero-width no-break space', shown: 'WJ' },
      { text: '\u200b', name: 'zero-width space, break allowed here', shown: 'ZWSP' },
      { text: '\u200e', name: 'left-to-right mark', shown: 'LRM' },
      { text: '\u200f', name: 'right-to-left mark', shown: 'RLM' },
    ],
  },
  group(
    'Currency',
    '€£¥¢$₹₽₺₴₪₩₫₦₱₿ƒ',
    'euro, pound, yen or yuan, cent, dollar, Indian rupee, rouble, Turkish lira, hryvnia, shekel, won, dong, naira, Philippine peso, bitcoin, florin or guilder',
  ),
  group(
    'Fractions and mathematics',
    '½⅓⅔¼¾⅕⅛⅜⅝⅞×÷±≈≠≤≥√∞‰%°²³¹',
    'one half, one third, two thirds, one quarter, three quarters, one fifth, one eighth, three eighths, five eighths, seven eighths, multiplication sign, division sign, plus or minus, about equal, not equal, at most, at least, square root, infinity, per mille, per cent, degree, superscript two or squared, superscript three or cubed, superscript one',
  ),
  group(
    'Arrows',
    '←→↑↓↔⇐⇒⇔↗↘↩',
    'arrow left, arrow right, arrow up, arrow down, arrow left and right, double arrow left, double arrow right, double arrow left and right, arrow up right, arrow down right, arrow back',
  ),
  {
    name: 'Letters with accents',
    characters: accents(
      'à á â ã ä å ā ă ą æ ç ć č ď đ ð è é ê ë ē ė ę ě ğ ì í î ï ī ı ł ñ ń ň ò ó ô õ ö ő ø ō œ ř ś š ş ß ť þ ù ú û ü ű ū ů ý ÿ ź ž ż À Á Â Ã Ä Å Ā Ą Æ Ç Ć Č Đ Ð È É Ê Ë Ē Ę Ě Ğ Ì Í Î Ï İ Ł Ñ Ń Ò Ó Ô Õ Ö Ő Ø Œ Ř Ś Š Ş Þ Ù Ú Û Ü Ű Ů Ý Ÿ Ź Ž Ż',
    ),
  },
  group(
    'Symbols',
    '©®™℠№ªº¿¡&@#✓✗★☆♀♂☎✉',
    'copyright, registered, trade mark, service mark, numero, feminine ordinal, masculine ordinal, inverted question mark, inverted exclamation mark, ampersand, at sign, number sign, check mark, cross mark, star, white star, female, male, telephone, envelope',
  ),
];

export const characterWords = {
  title: 'Special character',
  search: 'Search by name or character code',
  placeholder: 'thin space, euro, e acute, 2013…',
  recent: 'Used lately',
  none: 'No character has this name.',
  list: 'Characters',
  insert: 'Put in',
  /** "en dash, U+2013" */
  describe: ({ name, text }: Character) => `${name}, ${codeOf(text)}`,
};

/** "U+00A0" */
export function codeOf(text: string): string {
  return [...text]
    .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}
