import { addCues, type Cue, type SpeakerWords, wordSet } from './words-type';

function buildCues(): Map<string, Cue> {
  const cues = new Map<string, Cue>();
  addCues(
    cues,
    `řekl řekla řekli říká říkají říkal říkala uvedl uvedla uvedli uvádí prohlásil prohlásila
    prohlásili dodal dodala dodali dodává vysvětlil vysvětlila vysvětluje napsal napsala napsali píše
    odpověděl odpověděla odpovídá zeptal zeptala tvrdí tvrdil tvrdila upozornil upozornila upozorňuje
    popsal popsala popisuje připustil připustila připomněl připomněla zdůraznil zdůraznila
    zdůrazňuje potvrdil potvrdila sdělil sdělila sdělili konstatoval konstatovala míní soudí
    oznámil oznámila oznámili varoval varovala podotkl podotkla poznamenal poznamenala komentoval
    komentovala stěžoval stěžovala stěžovali vzkázal vzkázala slíbil slíbila vyzval vyzvala shrnul shrnula`,
    {},
  );
  addCues(cues, 'nazval nazvala označil označila hovořil hovořila mluvil mluvila', {
    reporting: false,
  });
  return cues;
}

/** Czech. */
export const CZECH: SpeakerWords = {
  language: 'cs',
  cues: buildCues(),
  accordingTo: [['podle'], ['dle'], ['slovy']],
  postpositions: new Set(),
  pronouns: new Map([
    ['on', 'he'],
    ['ona', 'she'],
    ['oni', 'other'],
    ['něj', 'he'],
    ['něho', 'he'],
    ['ní', 'she'],
  ]),
  relatives: wordSet('který která kteří'),
  determiners: wordSet('ten ta to tento tato jeho její jejich jeden jedna'),
  auxiliaries: wordSet('je jsou byl byla byli bude má si se'),
  passives: wordSet('byl byla byli je jsou'),
  adverbs: wordSet(`
    také taky později dříve už ještě pak potom dnes včera v_pondělí v_úterý ve_středu ve_čtvrtek
    v_pátek následně`),
  linking: wordSet('z ze od pro'),
  tightLinking: wordSet('z ze od pro'),
  conjunctions: wordSet('a i nebo'),
  times: wordSet('pondělí úterý středu čtvrtek pátek sobotu neděli včera dnes'),
  reported: new Set(),
  boundaries: wordSet(`
    že když jestli protože aby ale však nebo v ve na s se k ke o u za pod nad při do po před přes
    mezi jako ne ho mu jim jí novinářům včera dnes zítra`),
  roles: wordSet(`
    mluvčí ministr ministryně prezident prezidentka premiér premiérka ředitel ředitelka šéf šéfka
    starosta starostka primátor primátorka poslanec poslankyně senátor senátorka expert expertka
    profesor profesorka advokát advokátka soudce soudkyně trenér trenérka autor autorka předseda
    předsedkyně náměstek náměstkyně hejtman hejtmanka rybář historik historička lékař lékařka`),
  titles: new Map<string, 'he' | 'she' | null>([
    ['pan', 'he'],
    ['paní', 'she'],
  ]),
  speechNouns: wordSet('slova prohlášení výrok'),
  organisations: wordSet(`
    ministerstvo policie vláda rada komise parlament sněmovna senát soud banka společnost univerzita
    ústav institut strana agentura čtk reuters úřad město kraj svaz sdružení`),
};
