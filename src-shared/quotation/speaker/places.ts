import { wordSet } from './words-type';

/**
 * Countries, peoples, and cities that stand for governments ("Moscow said"). A name made only of
 * these is nobody's. Single words, lower case; "north", "new", "united" open names of places.
 */
export const PLACES: ReadonlySet<string> = wordSet(`
  afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahrain
  bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil britain
  brunei bulgaria burma cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus
  czechia denmark ecuador egypt england eritrea estonia ethiopia europe fiji finland france gabon
  gambia georgia germany ghana greece guatemala guinea guyana haiti honduras hungary iceland india
  indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya kosovo kuwait
  kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg macedonia
  madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova monaco mongolia
  montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman
  pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda
  salvador samoa scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden
  switzerland syria taiwan tajikistan tanzania thailand tibet togo tonga tunisia turkey turkmenistan
  uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe crimea
  us u.s usa uk eu un uae korea saudi arabia leone lanka rica verde
  african albanian algerian american arab argentine armenian asian australian austrian azeri
  bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian burmese cambodian
  canadian chilean chinese colombian croatian cuban cypriot czech danish dutch egyptian english
  estonian ethiopian european filipino finnish french georgian german ghanaian greek haitian
  hungarian icelandic indian indonesian iranian iraqi irish israeli italian jamaican japanese
  jordanian kazakh kenyan korean kosovan kuwaiti kurdish latvian lebanese libyan lithuanian malaysian
  maltese mexican moldovan mongolian moroccan nepalese nigerian norwegian pakistani palestinian
  panamanian peruvian polish portuguese qatari romanian russian rwandan scottish serbian singaporean
  slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese thai tibetan tunisian
  turkish ugandan ukrainian uzbek venezuelan vietnamese welsh yemeni western eastern northern
  southern soviet islamic muslim christian jewish catholic
  moscow washington beijing london paris berlin brussels kyiv kiev tehran baghdad damascus jerusalem
  ankara cairo tokyo seoul pyongyang delhi islamabad kabul madrid rome vienna geneva athens warsaw
  prague budapest bucharest sofia belgrade helsinki stockholm oslo copenhagen dublin edinburgh cardiff
  ottawa canberra wellington nairobi lagos pretoria johannesburg riyadh doha dubai beirut tripoli
  tunis algiers rabat addis hanoi bangkok jakarta manila taipei singapore shanghai mumbai chicago
  boston houston dallas texas california florida york angeles francisco vegas diego orleans hampshire
  deutschland österreich schweiz frankreich italien spanien polen tschechien ungarn rumänien bulgarien
  griechenland türkei russland ukraine weißrussland litauen lettland estland finnland schweden
  norwegen dänemark niederlande belgien luxemburg irland großbritannien schottland kroatien serbien
  slowenien slowakei israel iran irak syrien libanon jordanien ägypten libyen tunesien algerien marokko
  äthiopien kenia nigeria südafrika indien pakistan afghanistan china japan nordkorea südkorea vietnam
  indonesien australien neuseeland kanada mexiko brasilien argentinien kolumbien venezuela amerika
  europa asien afrika süddeutschland norddeutschland ostdeutschland westdeutschland bayern sachsen
  hessen thüringen niedersachsen brandenburg saarland schleswig-holstein nordrhein-westfalen
  rheinland-pfalz baden-württemberg sachsen-anhalt mecklenburg-vorpommern tirol kärnten steiermark
  vorarlberg salzburg niederösterreich oberösterreich burgenland wien hamburg münchen köln frankfurt
  stuttgart düsseldorf leipzig dresden hannover bremen nürnberg duisburg bochum wuppertal bielefeld
  bonn münster zürich basel bern genf graz linz innsbruck moskau brüssel kiew peking straßburg rom
  warschau prag athen teheran damaskus kairo
  jersey zealand kremlin pentagon westminster whitehall brexit wall street downing congress
  north south east west new united
`);

/** News agencies, papers and broadcasters whose names alone do not say so. */
export const OUTLETS: ReadonlySet<string> = wordSet(`
  reuters ap afp bbc cnn nbc cbs abc npr itv pbs msnbc cnbc xinhua tass interfax ria dpa efe ansa pa
  bloomberg politico axios guardian telegraph independent observer spiegel bild zeit monde figaro
  libération parisien país mundo vanguardia circa vice buzzfeed wikinews aljazeera jazeera ikhbariya
  sky fox čtk novosti ard zdf swr wdr ndr mdr rbb orf srf taz faz focus stern handelsblatt rtl ntv
  tagesschau deutschlandfunk тасс интерфакс риа
`);

/** Words in the names of papers, agencies and stations. */
export const OUTLET_WORDS: ReadonlySet<string> = wordSet(`
  fm agence france-presse newsweek telegram news agency times post herald tribune gazette press chronicle radio television tv daily magazine
  review broadcaster newspaper wire courier journal argus echo standard mercury bulletin dispatch
  examiner inquirer mail mirror express globe podcast website channel network agentur presseagentur nachrichtenagentur zeitung nachrichten
  tageblatt rundfunk sender journaux quotidien télévision chaîne diario periódico cadena
`);

/** Bodies that one speaks to without their passing it on, and the people who report. */
export const AUDIENCES: ReadonlySet<string> = wordSet(`
  reporters journalists press media congress parliament senate house commons lords mps council
  committee court jury police crowd audience lawmakers investigators delegates supporters fans
  assembly conference bundestag hearing inquiry board
`);
