import { wordSet } from '../speaker/words-type';

/** Words beside a stretch in quotation marks which show that nobody says it. All in lower case. */
export interface NotQuotationWords {
  /** Kinds of works and things that have titles: film, song, magazine. */
  works: ReadonlySet<string>;
  /** Participles that give a name: titled, named. */
  naming: ReadonlySet<string>;
  /** Of these, the ones that give an opinion as often as a name: called. */
  calling: ReadonlySet<string>;
  /** Verbs whose object, right after them, is a work: wrote, sang. */
  making: ReadonlySet<string>;
  /** nicknamed, alias. */
  nicknaming: ReadonlySet<string>;
  /** word, term. */
  wordNouns: ReadonlySet<string>;
  /** means, spelled. */
  meaning: ReadonlySet<string>;
  /** so-called. */
  soCalled: ReadonlySet<string>;
}

const ENGLISH: NotQuotationWords = {
  works: wordSet(`
    film movie documentary book novel memoir poem play musical opera song single album track record
    series show sitcom episode programme program podcast article essay editorial column story report
    paper study magazine newspaper journal website site blog app game videogame painting portrait
    sculpture photograph exhibition ballet symphony trilogy sequel anthology comic cartoon ship boat
    yacht ferry trawler vessel horse hurricane storm operation project campaign section chapter
    headline thriller drama comedy biography autobiography hit ballad anthem restaurant pub band`),
  naming: wordSet(`
    titled entitled named headlined subtitled captioned christened labelled labeled renamed called
    dubbed known branded marked`),
  calling: wordSet('called dubbed known branded labelled labeled marked'),
  making: wordSet(
    'wrote written sang sings sung sing performed performs recorded directed composed penned played plays',
  ),
  nicknaming: wordSet('nicknamed alias aka nickname pseudonym'),
  wordNouns: wordSet(`
    word words term letter letters prefix suffix noun verb adjective pronoun spelling acronym
    abbreviation hashtag password expression`),
  meaning: wordSet('means meaning spelled spelt pronounced translates mean'),
  soCalled: wordSet('so-called supposed'),
};

const GERMAN: NotQuotationWords = {
  works: wordSet(`
    film buch roman lied song album serie sendung zeitung zeitschrift magazin stück theaterstück oper
    gedicht artikel bericht studie reihe krimi podcast dokumentation ausstellung schiff boot fähre
    kutter projekt aktion kampagne verein bündnis initiative gruppe band lokal restaurant gasthaus
    blatt nachrichtenmagazin filme filmen bücher büchern romane romanen lieder liedern songs alben
    serien sendungen zeitungen zeitschriften magazine magazinen stücke stücken opern gedichte
    artikeln reihen krimis dokumentationen ausstellungen schiffe schiffen projekte projekten aktionen
    kampagnen vereine vereinen initiativen gruppen bands beitrag kolumne essay musical komödie
    thriller drama novelle sturm sturmtief orkan hurrikan taifun operation mission sonde rakete
    wettbewerb preis festival plattform portal app programm marke partei bewegung kneipe café hotel
    gasthof kino club theater museum kita schule petition volksbegehren format hashtag`),
  naming: wordSet(`
    namens name namen titel titels motto slogan codename decknamen betitelt genannt benannt umbenannt
    getauft heißt hieß heißen heiße`),
  calling: wordSet('genannt'),
  making: wordSet('sang sangen singt singen spielte spielten komponierte drehte'),
  nicknaming: wordSet('spitzname alias spitznamen'),
  wordNouns: wordSet('wort wörter begriff ausdruck buchstabe vokabel bezeichnung'),
  meaning: wordSet('bedeutet'),
  soCalled: wordSet(`
    sogenannte sogenannten sogenannter sogenanntes sogenanntem besagte besagten besagter besagtes
    besagtem vermeintliche vermeintlichen
    vermeintlicher vermeintliches angebliche angeblichen angeblicher angebliches`),
};

const FRENCH: NotQuotationWords = {
  works: wordSet(`
    film livre roman chanson album série émission journal magazine pièce opéra poème article rapport
    étude documentaire exposition navire bateau ferry chalutier projet opération collectif groupe`),
  naming: wordSet('intitulé intitulée nommé nommée baptisé baptisée titré'),
  calling: new Set(),
  making: new Set(),
  nicknaming: wordSet('surnommé surnommée alias dit surnom'),
  wordNouns: wordSet('mot mots terme expression lettre'),
  meaning: wordSet('signifie'),
  soCalled: wordSet('soi-disant prétendu prétendue'),
};

const SPANISH: NotQuotationWords = {
  works: wordSet(`
    película libro novela canción álbum serie programa diario revista obra ópera poema artículo
    informe estudio documental exposición barco buque proyecto operación grupo`),
  naming: wordSet('titulado titulada llamado llamada denominado denominada bautizado bautizada'),
  calling: new Set(),
  making: new Set(),
  nicknaming: wordSet('apodado apodada alias apodo'),
  wordNouns: wordSet('palabra palabras término expresión letra'),
  meaning: wordSet('significa'),
  soCalled: wordSet('supuesto supuesta presunto presunta'),
};

const RUSSIAN: NotQuotationWords = {
  works: wordSet(`
    фильм фильма фильме книга книги книге роман романа песня песни альбом сериал газета газеты газете
    журнал журнала спектакль статья статьи компания компании партия партии группа группы корабль
    судно проект проекта программа программы клуб клуба издание издания агентство агентства завод
    завода фонд фонда канал канала телеканал телеканала`),
  naming: wordSet('названием название именем'),
  calling: new Set(),
  making: new Set(),
  nicknaming: wordSet('прозвищу прозвище кличке псевдонимом'),
  wordNouns: wordSet('слово слова термин выражение буква'),
  meaning: wordSet('означает значит'),
  soCalled: wordSet('называемый называемая называемые'),
};

const CZECH: NotQuotationWords = {
  works: wordSet(`
    film filmu kniha knihy knize román románu píseň písně album seriál noviny časopis hra opera báseň
    článek zpráva studie výstava loď projekt pořad pořadu skupina`),
  naming: wordSet('názvem nazvaný nazvaná nazvané jménem zvaný zvaná'),
  calling: new Set(),
  making: new Set(),
  nicknaming: wordSet('přezdívaný přezdívaná přezdívkou alias'),
  wordNouns: wordSet('slovo slova výraz termín pojem písmeno'),
  meaning: wordSet('znamená'),
  soCalled: wordSet('takzvaný takzvaná takzvané takzvaného'),
};

const BY_LANGUAGE: ReadonlyMap<string, NotQuotationWords> = new Map([
  ['en', ENGLISH],
  ['de', GERMAN],
  ['fr', FRENCH],
  ['es', SPANISH],
  ['ru', RUSSIAN],
  ['cs', CZECH],
]);

/** The words of a language (two-letter code); English for a language without its own. */
export function notQuotationWords(language: string): NotQuotationWords {
  return BY_LANGUAGE.get(language) ?? ENGLISH;
}
