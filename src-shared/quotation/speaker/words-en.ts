import { addCues, type Cue, type SpeakerWords, wordSet, words } from './words-type';

/** Verbs that say outright that somebody spoke or wrote. `/` gives an irregular past. */
const REPORTING = words(`
  say/said tell/told add ask write/wrote reply answer state note explain insist claim argue warn
  announce declare admit acknowledge concede complain continue recall remark respond retort shout
  cry whisper exclaim joke quip muse observe comment report reveal stress emphasise emphasize
  suggest tweet post boast promise vow predict conclude confirm demand urge plead beg pledge lament
  caution counter contend assert allege maintain testify opine reason reiterate repeat recount
  relate disclose inform assure remind reassure email text blog sing/sang chant yell scream mutter
  murmur mumble snap bark growl crow marvel wonder reflect sigh laugh grumble interject volunteer
  theorise theorize elaborate clarify specify underline underscore summarise summarize rule
  hypothesise hypothesize proclaim profess protest venture preach gush fume rail thunder tease
  advise recommend propose instruct deny agree begin/began enthuse bemoan chime exhort implore
  scoff sneer sob weep/wept gasp stammer drawl intone warn rejoin counsel cite confess fret
  threaten swear/swore trumpet rant apologise apologize signal tut accede admonish affirm attest
  avow bawl bellow bet/bet blurt brag chatter concur confide decree demur dispute
  divulge echo enquire enumerate giggle grieve groan grunt hiss imply indicate
  inquire insinuate intimate maintain moan nag persist
  ponder pray presume react rebut recite reckon recollect refuse refute
  resolve roar scold shriek smirk snarl snort speculate splutter stipulate storm
  foresee/foresaw forecast/forecast stutter submit surmise suspect sympathise sympathize taunt utter verify wail whimper whine   `);
/** Verbs that quote a judgment or a label: they carry a fragment, not a speech. */
const JUDGING = words(`
  call describe characterise characterize label brand hail praise slam accuse blame criticise
  criticize denounce condemn decry deride dismiss denigrate refer allude speak/spoke welcome reject
  applaud mock ridicule portray depict lambast lambaste cite quote believe think/thought hope fear
  acclaim deem liken express voice thank feel/felt commend salute tout castigate chide rebuke
  reprimand berate chastise defend discuss detail outline talk downplay hint admire
  assail bash celebrate deplore disparage endorse extol laud liken mourn skewer vilify envisage
  perceive pan attribute
`);
/** Verbs that quote in the past tense; their other forms are nouns as often. */
const IN_THE_PAST = words(`
  question object challenge lecture correct mention regret oppose champion cheer query rave
  interrupt fault
`);
/** Verbs that give a name. */
const NAMING = words('dub name title entitle nickname christen rename caption headline');

const NOUNS_TOO = wordSet(`
  report claim call comment note post state remark answer charge tweet text offer demand
  cry promise pledge vow hope reply brand label praise blame caution counter rule protest
  blog email reason snap bark laugh sigh fear name title whisper shout
  scream chant joke boast lament caption headline wonder volunteer quote dub voice thank talk detail outline
  taunt echo bet brag offer   regard   blast moan groan roar whine snort hiss giggle   rebuke reprimand salute gasp signal blast rant counsel hint begin
`);

/** Verbs that double their last letter. British English does so with l as well. */
const DOUBLING = wordSet(`
  beg snap dub quip blog chat admit rebut submit concur demur refer slam brag nag sob tut regret
  infer pan
`);
const DOUBLING_TOO = wordSet('label signal counsel');

/** Third person, past and present participle of a regular verb. */
function regularForms(verb: string): { third: string; past: string; ing: string } {
  const double = DOUBLING.has(verb);
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  const doubled = double ? verb + verb.charAt(verb.length - 1) : stem;
  if (/[^aeiou]y$/.test(verb)) {
    const base = verb.slice(0, -1);
    return { third: `${base}ies`, past: `${base}ied`, ing: `${verb}ing` };
  }
  const third = /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
  return { third, past: `${doubled}ed`, ing: `${doubled}ing` };
}

function buildCues(): Map<string, Cue> {
  const cues = new Map<string, Cue>();
  const add = (list: readonly string[], kind: Partial<Cue>) => {
    for (const entry of list) {
      const [verb = '', irregular] = entry.split(' ')[0]?.split('/') ?? [];
      const { third, past, ing } = regularForms(verb);
      const noun = NOUNS_TOO.has(verb);
      addCues(cues, irregular ?? past, { ...kind });
      if (DOUBLING_TOO.has(verb)) {
        addCues(cues, `${verb}led`, { ...kind });
        addCues(cues, `${verb}ling`, { ...kind, form: 'participle' });
      }
      addCues(cues, `${verb} ${third}`, { ...kind, noun });
      addCues(cues, ing, { ...kind, form: 'participle' });
    }
  };
  add(NAMING, { reporting: false, names: true });
  for (const verb of IN_THE_PAST) {
    addCues(cues, regularForms(verb).past, { reporting: false });
  }
  add(JUDGING, { reporting: false });
  add(REPORTING, {});
  addCues(cues, 'tell tells told inform informed assured reminded', { tells: true });
  addCues(cues, 'telling', { tells: true, form: 'participle' });
  addCues(cues, 'read reads put issued released', {});
  addCues(cues, 'reading', { form: 'participle' });
  addCues(cues, 'went goes written', {});
  addCues(cues, 'spoken', { reporting: false });
  return cues;
}

const ROLES = `
  spokesman spokeswoman spokesperson minister president chancellor premier prime_minister director
  officer official officials chief leader mayor coach analyst expert professor secretary ambassador
  editor author researcher scientist manager chairman chairwoman chair commander governor senator
  congressman congresswoman representative councillor councilman councilwoman lawmaker deputy
  judge justice prosecutor lawyer attorney solicitor barrister sheriff detective inspector sergeant
  captain general colonel admiral lieutenant major economist historian writer novelist poet artist
  singer actor actress musician filmmaker journalist reporter correspondent columnist anchor host
  teacher headteacher principal student pupil doctor physician surgeon nurse engineer architect
  farmer fisherman driver pilot resident neighbour neighbor witness survivor victim activist
  campaigner organiser organizer founder co-founder owner partner executive ceo cfo diplomat envoy
  negotiator candidate politician veteran soldier priest bishop archbishop pope pastor imam rabbi
  king queen prince princess mother father son daughter sister brother wife husband widow widower
  uncle aunt grandmother grandfather teenager pensioner worker employee adviser advisor aide
  strategist pollster treasurer commissioner superintendent undersecretary administrator dean
  rector provost curator librarian biologist chemist physicist astronomer geologist ecologist
  meteorologist epidemiologist striker goalkeeper midfielder defender quarterback player athlete
  winner champion referee manager negotiator technician consultant contractor supporter critic
  boss skipper burglar thief suspect defendant juror plaintiff claimant mom dad mum burglar
  fan man woman boy girl poster blogger user customer passenger tourist harbourmaster warden
  member co-author coauthor
`;

/** English. */
export const ENGLISH: SpeakerWords = {
  language: 'en',
  cues: buildCues(),
  accordingTo: [
    ['according', 'to'],
    ['in', 'the', 'words', 'of'],
    ['as', 'quoted', 'by'],
    ['as', 'defined', 'by'],
    ['as', 'described', 'by'],
  ],
  postpositions: new Set(),
  pronouns: new Map([
    ['he', 'he'],
    ['she', 'she'],
    ['they', 'other'],
    ['we', 'other'],
    ['i', 'other'],
    ['it', 'other'],
    ['you', 'other'],
    ['him', 'he'],
  ]),
  relatives: wordSet('who which'),
  determiners: wordSet(`
    the a an this these those his her its their my our your some several many most all both
    another each every one two three four five six no any either other`),
  auxiliaries: wordSet(`
    has have had was were is are am be been being will would can could may might shall should must
    did does do 's 've 'd`),
  passives: wordSet('was were is are been being be got'),
  adverbs: wordSet(`
    also later then once again earlier previously recently repeatedly publicly privately simply
    merely only even just now soon still already never ever not often always sometimes reportedly
    allegedly famously quickly immediately finally eventually angrily quietly bluntly flatly
    subsequently initially originally originally too further instead therefore thus however
    meanwhile moreover furthermore nevertheless nonetheless afterwards afterward wryly jokingly
    clearly plainly openly yesterday today tonight reluctantly first last`),
  linking: wordSet('of for at from in to with on'),
  tightLinking: wordSet('of for from'),
  conjunctions: wordSet('and or &'),
  times: wordSet('monday tuesday wednesday thursday friday saturday sunday yesterday today'),
  reported: new Set(),
  boundaries: wordSet(`
    that this if when while whereas because since until till after before although though unless
    whether where why how as than but so yet nor by about during despite through between among
    against under over into onto via near amid amidst following without within across behind
    beyond per off up down out around regarding concerning like upon toward towards except
    including monday tuesday wednesday thursday friday saturday sunday yesterday today tonight
    tomorrow january february july september october november december last next week month year
    morning afternoon evening night later earlier there here not n't and or yes image photo
    what such asked`),
  roles: wordSet(ROLES),
  titles: new Map<string, 'he' | 'she' | null>([
    ...words('mr mr. sir lord king prince father baron duke pope brother').map(
      (title) => [title, 'he'] as const,
    ),
    ...words('mrs mrs. ms ms. miss lady dame queen princess sister baroness duchess').map(
      (title) => [title, 'she'] as const,
    ),
    ...words(`
      dr dr. prof prof. professor president minister senator sen sen. rep rep. gov gov. governor
      mayor general gen gen. colonel col col. major maj maj. captain capt capt. lieutenant lt lt.
      sergeant sgt sgt. admiral adm adm. judge justice chancellor ambassador secretary chief
      director commissioner congressman congresswoman representative councillor rev rev. reverend
      bishop archbishop cardinal rabbi imam sheikh emir ayatollah officer detective inspector
      superintendent constable cllr cllr. coun coun. pc det det. supt supt. insp insp. cpl cpl. pte
      ald alderman selectman attorney coach chairman chairwoman ceo premier spokesman spokeswoman
      administrator undersecretary deputy prime vice foreign speaker attorney-general state
      treasurer commander sheriff honourable hon hon. editor author recorder magistrate lawyer
      mp mps mep msp td qc kc di ds dcs dci gp rav del del. fr fr. sr. br. pastor garda gda const const. cpt viscount earl count countess
    neighbour neighbor resident juror`).map((title) => [title, null] as const),
  ]),
  speechNouns: wordSet(`
    statement claim claims description assertion assertions warning warnings promise promises remark
    remarks comment comments words call calls demand demands insistence announcement tweet letter
    speech suggestion contention allegation allegations accusation pledge vow declaration reference
    report post message testimony argument response reply answer reaction verdict view opinion
    assessment advice conclusion motto slogan question quip retort rebuke plea apology explanation
    excuse complaint objection criticism prediction diagnosis estimate mantra boast joke caption
    email e-mail blog note filing complaint ruling judgment judgement op-ed interview tweets posts`),
  organisations: wordSet(`
    ministry department agency authority administration government council committee commission
    parliament congress senate house court police army navy force forces office bureau institute
    institution university college school academy centre center foundation association federation
    union league party group company corporation corp corp. inc inc. ltd ltd. plc llc bank trust
    society network club team board service services organisation organization international
    international watch alliance coalition campaign front movement church cathedral hospital
    museum theatre theater library studio studios airlines airways motors industries holdings
    nations states kingdom republic federation zealand africa america street road avenue square
    bridge river lake mountain island islands bay harbour harbor airport station stadium park city
    county district province region valley crossing festival cup olympics games championship award
    prize act bill treaty agreement accord convention protocol war day news times post herald
    tribune gazette guardian journal press chronicle radio television tv daily today magazine
    review observer telegraph independent mirror sun star standard wire reuters xinhua tass
    interfax afp ap bbc cnn nbc cbs abc npr dpa usda nasa nato fbi cia un eu fifa uefa plan
    programme program project system summit conference report statement security civil national
    global world united european american british english french german russian chinese syrian`),
};
