const words = (list: string): Set<string> => new Set(list.split(/\s+/).map((word) => word.replaceAll('_', ' ')));

/** Titles that stand before a person's name. Lower case. */
export const titles =
  words(`mr mrs ms miss dr prof professor sir dame lord lady baroness president vice-president premier chancellor
  minister secretary undersecretary senator sen rep representative congressman congresswoman governor gov mayor councillor councilman
  councilwoman mp mep judge justice magistrate king queen prince princess duke duchess emperor pope cardinal archbishop bishop
  father rev reverend rabbi imam ayatollah sheikh sheik mullah gen lt lieutenant col colonel maj major capt captain sgt sergeant
  cpl commander admiral adm marshal brigadier constable detective inspector superintendent commissioner officer sheriff
  ambassador envoy spokesman spokeswoman spokesperson director chairman chairwoman chair ceo coach manager analyst author actor
  actress singer curator researcher scientist biologist lawyer attorney student leader speaker lawmaker treasurer founder
  editor journalist reporter economist historian doctor nurse teacher principal photographer writer poet artist musician
  philosopher activist candidate nominee psychologist general administrator president-elect vice-chancellor provost dean`);

/** Words that only make a title together with one of `titles`: "Shadow Home Secretary". */
export const titleParts =
  words(`prime foreign defence defense interior finance justice home state deputy senior chief assistant former
  ex-president shadow vice attorney lieutenant major brigadier executive managing associate acting high first second the and
  health education labour labor trade energy environment transport agriculture police human rights national press
  foreign-policy technical medical legal`);

/** Faiths and the like: adjectives with a capital that are no names. */
export const faiths = words(
  'muslim muslims christian christians sunni sunnis shiite shiites shi ite islamist islamists islamic catholic catholics protestant protestants orthodox jewish jew jews hindu hindus buddhist buddhists sikh sikhs republican republicans democrat democrats democratic conservative conservatives liberal liberals communist communists marxist nazi western eastern northern southern internet',
);

/** What a minister or a secretary is minister or secretary of. */
export const portfolios =
  words(`education health labour labor trade energy environment transport agriculture defence defense interior finance justice state
  affairs foreign culture sport sports science tourism housing treasury war immigration and`);

/** Titles that say nothing but whom: nothing before them belongs to them. */
export const honorifics = words('mr mrs ms miss');

/** Titles of women only, and below of men only. */
export const womanTitles = words(
  'mrs ms miss dame lady baroness queen princess duchess congresswoman councilwoman spokeswoman chairwoman actress',
);
export const manTitles = words('mr sir lord king prince duke congressman councilman spokesman chairman father pope');

/** Words that end or make an organisation's name. */
export const organisationWords =
  words(`inc corp corporation co company ltd llc plc group holdings ag gmbh sa university college school institute institution
  academy foundation association society union federation league club fc united party agency bank fund council committee
  commission board bureau office organisation organization authority service services center centre hospital museum gallery
  church press news times post journal tribune herald gazette guardian independent telegraph network channel radio television tv
  magazine review airlines airways motors systems technologies partners capital bros brothers court tribunal police army navy
  force forces guard corps team orchestra theatre theater observatory laboratory labs program programme project alliance
  coalition front movement front brigade congress house records studios pictures entertainment games software media
  international trust charity initiative watch nations community parliament assembly exchange reserve research survey studies`);

/** Bodies of a state. */
export const governmentWords =
  words(`ministry department government parliament senate congress knesset bundestag duma kremlin pentagon cabinet
  treasury administration authority court police army navy military embassy consulate council assembly commission municipality fbi cia nsa
  state_department white_house downing_street home_office foreign_office supreme_court`);

/** Plain nouns that make the name before them that of an armed or loose group. */
export const groupNouns = words(
  'militants militant insurgents insurgent fighters fighter rebels rebel militia militias jihadists jihadist terrorists gunmen guerrillas extremists activists protesters supporters separatists faction gang cartel',
);

export const placeWords =
  words(`street avenue road boulevard square park river lake sea ocean bay gulf island islands mount mountain mountains valley desert
  province county district city town village region coast airport station harbor harbour port bridge strait peninsula
  canal forest beach hills heights border township prefecture territory plaza tower castle palace stadium hotel mosque
  cathedral temple planetarium base plain plains cape falls canyon reservoir dam cemetery zoo gardens market memorial hall`);

/** Place words that are surnames too: behind a first name, and not behind "in" or "the", they name a person. */
export const surnamePlaces = words('park lake hill hills castle forest bridge church hall banks');

/** Surnames that news uses without more, for persons everybody knows. General knowledge, written for this project. */
export const knownSurnames =
  words(`obama trump biden clinton bush reagan nixon putin medvedev zelensky zelenskyy zelenskiy gorbachev yeltsin
  stalin lenin hitler churchill thatcher blair sunak starmer corbyn farage merkel scholz merz macron sarkozy hollande chirac
  berlusconi meloni renzi erdogan erdoğan netanyahu rabin arafat assad gaddafi gadhafi mubarak khomeini khamenei rouhani
  ahmadinejad modi gandhi mandela zuma ramaphosa mugabe museveni kagame duterte suharto trudeau lula bolsonaro chavez chávez
  maduro milei zuckerberg musk bezos einstein darwin shakespeare marx mozart beethoven picasso warhol`);

/** Short forms in capitals that name no body. */
export const plainAcronyms =
  words(`dna rna iq vip cd dvd tv pc usb pdf xml html url gps sms sim app ai vr ar api gdp gnp vat hiv aids covid sars mers flu id
  ceo cfo coo mp mep phd ba ma mba msc bsc ufo suv atm faq pr hr pin ptsd adhd cctv wmd ied nda lgbt lgbtq dj mc ac dc ok asap
  gmt utc et pt est edt pst pdt cet bst rsvp bbq vfx cgi seo faq am pm bc ad bce ce rip diy ev evs hd led lcd mri icu er iv ivf bmi q&a gcse sat usd eur gbp`);

/** What ends the name of an event, a prize or a law: nobody's name. */
export const eventWords = words(
  `biennial biennale triennale festival gala awards award prize cup championship championships olympics marathon tournament expo fair
  act bill agreement treaty accord accords deal protocol convention amendment constitution summit conference symposium games`,
);

/** What stands before the name of a storm, a ship or an undertaking: neither a person nor a body nor a place. */
export const thingWords = words(
  'hurricane cyclone typhoon storm operation comet asteroid hms hmas hmcs uss ss mv rms boeing airbus',
);

/** Nouns for people: what "the official" can stand for. */
export const personNouns =
  words(`official minister spokesman spokeswoman spokesperson president leader senator politician lawmaker analyst expert researcher
  scientist professor author director chairman chairwoman chief head officer general commander colonel captain judge lawyer
  attorney prosecutor diplomat ambassador envoy secretary governor mayor man woman witness resident activist journalist
  reporter doctor nurse teacher student victim mother father son daughter wife husband brother sister friend neighbor
  neighbour aide adviser advisor economist executive manager founder owner writer singer actor actress artist player coach
  candidate member source figure parliamentarian cleric priest bishop pope king queen prince princess chancellor premier
  deputy critic observer insider whistleblower curator biologist driver pilot engineer worker employee boss ceo survivor
  passenger soldier veteran farmer shopkeeper businessman businesswoman entrepreneur investor trader strategist consultant
  scholar academic philosopher poet photographer composer chairperson
  year-old star billionaire millionaire mum mom dad teenager pensioner boy girl guy lady gentleman host presenter pundit campaigner
  peer striker midfielder defender goalkeeper captain skipper trainer jockey rider boxer racer champion suspect defendant plaintiff
  complainant accused inmate prisoner refugee migrant local shopper customer user fan viewer listener reader commentator blogger
  influencer model designer chef baker tutor lecturer dean rector headteacher surgeon physician gp paramedic midwife vet
  counsellor firefighter cop detective constable sheriff ranger guard trooper sailor marine astronaut conductor rapper filmmaker
  producer screenwriter playwright biographer illustrator sculptor painter architect developer programmer hacker broker banker
  financier accountant auditor organiser organizer volunteer donor patron trustee vicar chaplain monk nun rabbi imam monarch royal
  heir earl councillor delegate negotiator mediator inspector investigator examiner coroner commissioner speaker editor lawmaker
  appellant petitioner claimant landlord tenant homeowner commuter driver cyclist pedestrian eyewitness bystander rescuer medic
  contestant promoter drummer caretaker janitor coordinator co-ordinator educator vendor seller buyer renter hiker climber swimmer
  runner skier golfer pitcher quarterback goalie winger referee umpire teammate bandmate roommate classmate housemate flatmate
  girlfriend boyfriend fiance fiancé fiancée uncle aunt nephew niece cousin grandmother grandfather grandson granddaughter stepfather
  stepmother godfather widow widower bride groom toddler youngster orphan villager islander settler herder colleague co-founder
  cofounder co-author coauthor co-owner collaborator curator co-curator d.j. dj frontman bandleader treasurer archivist superintendent supervisor caller impostor hoaxer imposter professor rep congressman senator mp mla mep`);

/** True for a noun for one person: listed, or by its ending ("biologist", "policewoman", "statistician"). */
export function isPersonNoun(noun: string): boolean {
  return personNouns.has(noun) || /(?:.{3}ist|.{3}ician|.{2}man|.{2}woman|person|-old|-elect)$/.test(noun);
}

/** Singular nouns for bodies. */
export const bodyNouns =
  words(`government ministry department company firm agency party group team organisation organization union bank council committee
  commission court police army military university institute newspaper magazine network channel report study document letter
  statement paper survey poll authority parliament church club association foundation website regulator watchdog charity
  administration office opposition defence defense prosecution coalition federation alliance airline hospital school board panel
  tribunal jury embassy operator retailer carmaker manufacturer bloc cabinet treasury league utility insurer publisher
  broadcaster city state`);

/** What a written source is called. */
export const documentNouns =
  words(`report study document letter statement paper survey poll filing indictment lawsuit complaint memo email transcript law bill article book results figures data documents audit analysis research findings review website tweet blog
  brochure pamphlet leaflet booklet notice advisory guidance guidelines minutes ruling judgment verdict order petition affidavit
  release post message text column editorial essay testimony record file files census index chart caption sign release
  note contract video footage memoir manual policy agreement treaty motion
  forecast forecasts estimate estimates projection projections calculation calculations account accounts rumour rumours rumor rumors
  media reports polls records testimony evidence papers surveys studies reviews messages posts`);

/** True where a plural noun names people: "officials", "researchers", "police". */
export function isPeopleNoun(noun: string): boolean {
  if (
    /^(?:people|police|personnel|authorities|women|men|militants|residents|troops|others|many|some|most|critics|protesters|relatives|families|staff|parents|children)$/.test(
      noun,
    )
  )
    return true;
  // "ex-friends"
  const prefixed = /^(?:ex|co|non)-(.+)$/.exec(noun)?.[1];
  if (prefixed) return isPeopleNoun(prefixed);
  return (
    noun.endsWith('s') &&
    (isPersonNoun(noun.slice(0, -1)) || isPersonNoun(noun.replace(/ies$/, 'y')) || groupNouns.has(noun))
  );
}

/** True for a noun of a person, a body or a document. */
export function canSpeak(noun: string): boolean {
  const one = singularOf(noun);
  return (
    isPersonNoun(one) || bodyNouns.has(one) || documentNouns.has(noun) || documentNouns.has(one) || isPeopleNoun(noun)
  );
}

/** "ministries" gives "ministry"; a singular noun stays as it is. */
export function singularOf(noun: string): string {
  return noun.endsWith('ies') ? noun.replace(/ies$/, 'y') : noun.replace(/(?<!s)s$/, '');
}
