/*
 * Short forms that take the place of several words, or that other languages than English have. They
 * are looked at where the words of draft and source differ, each against what it stands for.
 */

/** For every language: initials, to be written in capitals, and what they stand for. */
const INITIALS = table(`
  un united nations, eu european union, us united states, usa united states of america, usa united states,
  uk united kingdom, nato north atlantic treaty organization, nato north atlantic treaty organisation,
  who world health organization, who world health organisation, imf international monetary fund,
  wto world trade organization, wto world trade organisation, ecb european central bank,
  fbi federal bureau of investigation, cia central intelligence agency, nsa national security agency,
  fda food and drug administration, epa environmental protection agency, irs internal revenue service,
  nasa national aeronautics and space administration, nhs national health service,
  bbc british broadcasting corporation, gdp gross domestic product, vat value added tax,
  ceo chief executive officer, cfo chief financial officer, pm prime minister, mp member of parliament,
  mps members of parliament, mep member of the european parliament, tv television, ai artificial intelligence,
  ngo nongovernmental organization, ngos nongovernmental organizations, icc international criminal court,
  icj international court of justice, echr european court of human rights, ioc international olympic committee,
  aca affordable care act, dc district of columbia, nyc new york city, la los angeles, dna deoxyribonucleic acid,
  hiv human immunodeficiency virus, icu intensive care unit, er emergency room, gp general practitioner,
  eeuu estados unidos, onu organización de las naciones unidas, onu naciones unidas, onu nations unies,
  ue unión europea, ue union européenne, eu europäische union, uno vereinte nationen, ezb europäische zentralbank,
  bce banco central europeo, bce banque centrale européenne, pib producto interno bruto, pib produit intérieur brut,
  bip bruttoinlandsprodukt, otan organización del tratado del atlántico norte`);

/** Units after a number. */
const UNITS = table(`
  km kilometre, km kilometres, km kilometer, km kilometers, m metre, m metres, m meter, m meters, cm centimetre,
  cm centimetres, cm centimeter, cm centimeters, mm millimetre, mm millimetres, mm millimeter, mm millimeters,
  kg kilogram, kg kilograms, kg kilo, kg kilos, g gram, g grams, mg milligram, mg milligrams, µg microgram,
  µg micrograms, l litre, l litres, l liter, l liters, ml millilitre, ml millilitres, ml milliliter,
  ml milliliters, ft foot, ft feet, in inch, in inches, yd yard, yd yards, mi mile, mi miles, lb pound,
  lb pounds, lbs pounds, oz ounce, oz ounces, mph miles per hour, h hour, h hours, hr hour, hrs hours,
  min minute, min minutes, mins minutes, s second, s seconds, sec second, sec seconds, ha hectare, ha hectares,
  t tonne, t tonnes, kw kilowatt, kw kilowatts, mw megawatt, mw megawatts, gw gigawatt, gw gigawatts,
  m meter, km kilometer, kg kilogramm, g gramm, std stunden, min minuten, h heures, km kilomètres, km kilomètre,
  kg kilogrammes, km kilómetros, km kilómetro, kg kilogramos, m metros, m mètres`);

const BY_LANGUAGE: Record<string, ReadonlyMap<string, ReadonlySet<string>>> = {
  en: table('st saint, st street, mt mount, eg for example, ie that is, etc and so on'),
  de: table(`
    dr doktor, prof professor, zb zum beispiel, z b zum beispiel, dh das heißt, d h das heißt,
    ua unter anderem, u a unter anderem, bzw beziehungsweise, usw und so weiter, ca circa, ca zirka,
    mio millionen, mio million, mrd milliarden, mrd milliarde, nr nummer, st sankt, str straße,
    evtl eventuell, ggf gegebenenfalls, inkl inklusive, max maximal, min mindestens, vgl vergleiche,
    & und, jan januar, feb februar, apr april, aug august, sept september, okt oktober, nov november,
    dez dezember`),
  fr: table(`
    m monsieur, mm messieurs, mme madame, mmes mesdames, mlle mademoiselle, dr docteur, pr professeur,
    st saint, ste sainte, mgr monseigneur, me maître, pex par exemple, p ex par exemple, etc et cetera,
    no numéro, n° numéro, bd boulevard, av avenue, & et, janv janvier, févr février, juill juillet,
    sept septembre, oct octobre, nov novembre, déc décembre`),
  es: table(`
    sr señor, sra señora, srta señorita, sres señores, dr doctor, dra doctora, prof profesor, ud usted,
    uds ustedes, vd usted, pej por ejemplo, p ej por ejemplo, núm número, avda avenida, dña doña, d don,
    ee uu estados unidos, etc etcétera, & y, ene enero, febr febrero, sept septiembre, oct octubre,
    nov noviembre, dic diciembre`),
};

function table(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const entry of text.split(',')) {
    const words = entry.trim().split(/\s+/);
    // Two letters before the words belong together: z b, d h, p ex, ee uu.
    const two = /^(?:[a-z] [a-z]|p ex|p ej|ee uu)$/.test(words.slice(0, 2).join(' '));
    const short = words.slice(0, two && words.length > 2 ? 2 : 1).join(' ');
    const full = words.slice(two && words.length > 2 ? 2 : 1).join(' ');
    found.set(short, (found.get(short) ?? new Set()).add(full));
  }
  return found;
}

/** The words of one side of a difference. */
export interface Wording {
  /** In lower case. */
  keys: readonly string[];
  /** As they are written. */
  text: string;
  /** A number stands right before. */
  afterNumber: boolean;
}

/** True if one wording is a usual short form of the other. `language` is a primary tag. */
export function isShortFormPair(one: Wording, other: Wording, language: string): boolean {
  return isShortFormOf(one, other, language) || isShortFormOf(other, one, language);
}

function isShortFormOf(short: Wording, full: Wording, language: string): boolean {
  const key = short.keys.join(' ');
  const words = full.keys.join(' ');
  if (INITIALS.get(key)?.has(words)) return /^[\p{Lu}.\s]+s?$/u.test(short.text);
  if (UNITS.get(key)?.has(words)) return short.afterNumber && full.afterNumber;
  return BY_LANGUAGE[language]?.get(key)?.has(words) ?? false;
}
