import { genderOfGivenName } from '../quotation/speaker/given-names';
import { wordSet } from '../quotation/speaker/words-type';

/** Words that tell a name from something else that was taken for one. All in lower case. */

/** Small words inside names, whatever the language. */
export const PARTICLES: ReadonlySet<string> = wordSet(`
  van von der den de da di la le lo du del della dello degli dei des dos das do e y i al el as ad ed
  bin bint ibn ben ter ten te tot zu zum zur af av ap ferch ni nic mac ó o ua ná san st los las 't 's d l of
  op aan het in am an vom aw née né geb ould abu umm abd ul ur عبد أبو ابو بن ابن آل أم בן בת בר
`);

/** Small words inside the names of houses and places. */
export const SMALL_WORDS: ReadonlySet<string> = wordSet(`
  of the for and in on at de la le les du des di del della delle dei der die das des dem den für und
  et y e i do da dos das van voor en het à aux al am an upon sur sous lès near the's outside aboard
`);

/** Parts of a paper and of a page, which stand beside a name and are not of it. */
export const SECTIONS: ReadonlySet<string> = wordSet(`
  opinion politics sport sports business culture technology health travel meinung politik wirtschaft
  kultur politique économie opinión política economía opinião politica opinie share comment comments
  follow advertisement anzeige publicité
`);

/** What no one is called: words of the trade, of a page, and of sentences. */
const STRANGERS: ReadonlySet<string> = wordSet(`
  by the and with from why how about read posted published republished first exclusive byline
  advertisement advertorial sponsored promoted share follow subscribe copyright rights reserved
  updated courtesy via edited written photographed illustrated design designed maps map audio camera
  edit cover credit source sources live updates update newsletter podcast episode transcript
  contributor contributors correspondents reporters editors writers staff others
  photo photos photograph photographs photographer photography picture pictures fotos foto bilder
  illustration illustrations illustrationen illustrationen graphic graphics grafik grafiken infografik
  video videos übersetzung traduction traducción tradução translation translated
  words text texte texto textos story story's autor autoren autorin auteurs autores authors author
  opinion opinions politics sport sports business culture technology tech health travel science
  education letters comment commentary analysis review reviews weather lifestyle entertainment arts
  politik wirtschaft kultur wissenschaft gesellschaft meinung kommentar politique économie société
  opinión política economía sociedad cultura deportes esportes sportivo politica
  news newswire newswires nachrichten noticias notícias notizie nieuws actualités online digital
  desk newsdesk newsroom team unit bureau service services board network networks media
  agency agencies agence agencia agenzia agentur agenturen press presse association institute
  university college foundation council ministry department committee commission society centre
  center laboratory lab project group company corporation ltd inc gmbh llc plc
  magazine newspaper newspapers zeitung tageblatt rundfunk television tv radio fm channel
  post herald planet school beacon gazette tribune chronicle journal courier examiner inquirer enquirer sentinel bulletin
  dispatch mail observer telegraph times independent
  productions studios studio films club forum alliance coalition watch trust museum library union
  party house street border
  evening morning daily weekly monthly additional reporting reported research contributing music styling
  ledger advertiser bank hospital
  redaktion redaktionsnetzwerk redazione redacción redactie redação rédaction service
  kollegen colleagues colegas collègues colleghi collega's friends partners family students pupils
  members readers residents brothers sisters sons family families partners inputs
  مراسل مراسلة صحفي صحفية كاتب كاتبة محرر محررة وكالات مصور بقلم ترجمة تصوير تقرير رويترز
  כתב כתבת צלם מערכת צילום תרגום
  редакция редактор перевод фото текст
  monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow
  mon tue tues wed thu thurs fri sat oktober dezember février août octobre décembre octubre diciembre
  september october november december january february
  follow twitter instagram bluesky mastodon facebook linkedin email contact
  none unknown various anonymous name surname undefined null nan
  collective docket spotlight investigations dreams roots voices compass lantern kettle lens labs lab
  studio studios productions tomorrow dispatches explainer explainers briefing roundup factbox
  magazine quarterly gazette tribune tageblatt dagblad diario diário jornal gazzetta agencia redactie
  حوار تصوير إعداد خاص ראיון ראיינה איור
`);

/** Articles with which the names of papers begin, and of hardly any people. */
export const ARTICLES: ReadonlySet<string> = wordSet(
  'the a an our der die das ein eine le la les un une el los las il lo gli het een de',
);

/** Titles and ranks before a name that are not kept with it. */
export const TITLES: ReadonlySet<string> = wordSet(`
  president mayor minister senator representative congressman congresswoman governor judge justice
  ambassador king queen prince princess sheikh sheik emir chef coach captain major colonel general
  lieutenant sergeant admiral commander father sister brother bishop archbishop cardinal pope pastor
  imam ayatollah chancellor premier secretary detective officer doctor saint
  chief alhaji alhaja hajiya engr barr barrister pandit ustad mufti haji hajji hajj datuk dato tengku shri
  smt mullah maulana swami uncle aunt auntie madam constable inspector superintendent commissioner
  councillor councilor attorney provost deacon vicar private corporal brigadier
  الشيخ الأستاذ الأستاذة المهندس المهندسة اللواء العميد السفير النائب الوزير הרב
  me maître mme mlle monsieur madame herr frau señor señora signor signora senhor senhora doña dom
`);

/** Given names that the list of men's and women's names leaves out, as they are both or from elsewhere. */
const MORE_GIVEN = wordSet(`
  adam aditya ahmad aiko akira alex ali amara ama amit anil anita anil arjun ash asha ashley asif
  bao beatriz bea benedetta bo bram caio carlota casey cecília chanel chen chidi chinwe chloe chukwu
  dana dani daria deepa deepak dmytro duygu ebru eduarda efe ekaterina elena emeka emre eoin eun
  evgeny ewa fadi fatima femke fleur gianluca giorgia giacomo gonzalo gulnara haruki hana hanne hassan
  hiroshi huda ikram inès ioana iryna ishaan iván ivy jaap jad jamal jamie jan jasper jean joão jo xabier kwesi kwabena yaw
  joost jun kaito kasper katarzyna kateryna kemal kenji kim kofi kwame lee leïla layla leyla lieke
  lior lotte luís luiza magda małgorzata mai maja marek maría mariam marisol maryam mehdi mei mette
  mihai ming min miloš mohamad mohammad mohamed muhammad nagwa nasser nia nikita ngozi nour nuno
  nuria núria oleh ola olu oluwaseun omar oksana owen paolo paweł peter piotr pooja rana rania rahul
  ravi ricardo rui ryan saba sam sami samir samira sana sanjana sanne sasha sean seán shin sipho siân
  sofía soraya sunil suresh takashi tariq tatiana taylor tendai thabo thi tiago tomás tomasz tuan
  uche ulrika valentín vikram vasco vusi wei xavi xin yan yara yasmine yasser yuki yuko yumi yuri
  zainab zeynep zofia zuzana åsa émile élise éric örjan ana andré ángel concepción begoña amelie jo
  luc bastien clémence mathieu margaux maëlle loïc yann gwenaëlle noémie océane tanguy baptiste
  aurélie aurélien benoît cédric céline jérôme gérard hélène françois jean-françois jean-pierre
  jean-luc marie-claire anne-sophie charles-henri mei-ling enzo lorenzo chiara elisa ilaria
  francesca alessia simona sjoerd teun willemijn joris thijs ruud wouter pieter jeroen marijke anouk
  hendrika agnieszka krzysztof wojciech joanna iwona michał łukasz jakub bartosz
  dale freddie will hope faith rosie willow river robin skye summer autumn april may june jade pearl
  sage rowan reed forrest lark winter sinead sinéad niamh ciara aoife eilidh iain callum fraser
  gareth rhys dylan cerys ffion imogen jemima tabitha clementine felicity cordelia bertie alfie archie
  theo otis ezra silas jonas elias tobias lukas marius rasmus anders ingrid astrid solveig freya
  tunde segun bola sola yemi femi ade folake ngozi obi ikenna nnamdi amaka kamau wanjiru njoroge
  tendai rudo themba sipho lerato naledi kojo kofi esi akua efua yusuf ibrahim ismail idris zara
  priya divya kavya rohan arjun nikhil sanjay rajesh ramesh usha lakshmi farhan bilal sadia
`);

/** Whether a word, or the first part of a double name, is a given name that is well known. */
export function isGivenName(word: string): boolean {
  const lower = word.toLowerCase();
  const [first = ''] = lower.split('-');
  return [lower, first].some((one) => MORE_GIVEN.has(one) || genderOfGivenName(one) !== null);
}

/** Whether no name of a person holds this word. */
export function isStranger(word: string): boolean {
  const lower = word.toLowerCase();
  return STRANGERS.has(lower) || SECTIONS.has(lower);
}

/** Given names in Arabic and Hebrew script, by which the "and" that is written with them is told. */
const SEMITIC_GIVEN = wordSet(`
  أحمد محمد محمود مصطفى علي حسن حسين خالد عمر كريم سامي سمير رامي فادي هادي زياد زيد طارق ياسر ياسين
  يوسف يعقوب إبراهيم إسماعيل إسحاق عيسى موسى نبيل نادر ناصر منصور مروان ماجد مازن لؤي جمال جابر جهاد
  حاتم حازم حمزة رشيد رياض سعيد سعد سليم سلمان شادي صالح صلاح عادل عامر عباس عبد عدنان عصام عماد غسان
  فارس فؤاد فيصل قاسم كمال لطفي مالك معاذ منير مهند نزار هاني هشام أنس أيمن أمين أسامة أشرف باسم بلال
  بشير توفيق ثامر جورج إلياس أنطوان ميشال سارة سلمى سميرة سمر سناء سوسن ليلى لينا لمى لبنى مريم منى مها
  مي نادية نور نورا نجلاء نسرين هند هبة هدى هناء رنا ريم رانيا ربى رولا زينب زهرة دينا ديما دانا داليا
  خديجة حنان حليمة جميلة عائشة عبير علياء غادة فاطمة فرح كوثر أمل أميرة إيمان آية آمنة أسماء بسمة تهاني
  יואב יוסף יעקב יצחק אברהם משה דוד דניאל אורי אייל אלון אמיר אסף ארז בועז גיא גיל דורון דן חיים טל יאיר
  ינון יניב יונתן יובל יורם ליאור מאיר מיכאל נדב ניר נועם נתן עומר עודד עידו עידן עמית ערן פנחס צבי רון
  רועי רונן רפאל שי שלמה שמעון תומר אביב אבי אלי איתי איתן בן בני ברק שרון גבי נועה נעמה נעמי נטע נורית
  תמר תמי תהילה שירה שיר שני שרה רחל רבקה לאה מיכל מאיה מרים מיה הילה הדר הדס דנה דפנה דורית גלית גליה
  ענת עדי ענבל עינת ענבר איילת אורלי אורית אסתר אביגיל חנה חן טליה יעל יערה לירון ליאת קרן רותם רינה רונית
`);

export function isSemiticName(word: string): boolean {
  return SEMITIC_GIVEN.has(word);
}
