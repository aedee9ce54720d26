import type { Language } from './language.ts';

const list = (words: string): string[] => words.trim().split(/\s*[,\n]\s*/);

export const german: Language = {
  code: 'de',
  common: list(
    'der, die, und, das, ist, nicht, mit, dem, den, ein, eine, von, auch, auf, für, sich, im, werden, wurde, bei, nach, dass, einen, hat',
  ),
  said: list(`sagte, sagt, sagten, sagen, erklärte, erklärt, erklärten, betonte, betont, meinte, meint, teilte mit, teilt mit, berichtete,
    berichtet, kündigte an, warnte, warnt, forderte, fordert, kritisierte, kritisiert, schrieb, schreibt, ergänzte, fügte hinzu,
    räumte ein, bestätigte, bestätigt, versicherte, behauptete, äußerte, bekräftigte, stellte fest, antwortete, entgegnete,
    erwiderte, hieß es, so, zitierte, twitterte, erläuterte, unterstrich, mahnte, lobte, verteidigte, gab an, resümierte`),
  reporting: list(
    'sagte, sagt, sagten, erklärte, erklärt, erklärten, betonte, betont, meinte, meint, berichtete, berichtet, warnte, warnt, schrieb, ergänzte, bestätigte, versicherte, behauptete, bekräftigte, antwortete, entgegnete, erwiderte, erläuterte, unterstrich, teilte mit, kündigte an, räumte ein, stellte fest',
  ),
  clauseOpeners: [',', 'dass'],
  questionWords: list('ob, wie, was, wer, wann, warum, weshalb, wo, wohin'),
  leaning: list(
    'er, sie, es, sein, seine, ihr, ihre, dies, diese, dieser, dieses, das, da, dabei, damit, darum, deshalb, doch, aber, und, denn, auch, man, wir, ich, dort, so, dann, zudem, außerdem, trotzdem, allerdings, jedoch',
  ),
  splitVerbs: list(
    'fügte hinzu, fügt hinzu, teilte mit, teilt mit, kündigte an, kündigt an, räumte ein, räumt ein, gab an, gibt an, stellte fest, stellt fest, führte aus, hob hervor, merkte an, stellte klar',
  ),
  participles: list(
    'gesagt, erklärt, geschrieben, gemeint, berichtet, gewarnt, gefordert, geantwortet, behauptet, versichert, erzählt, gerufen, geäußert, mitgeteilt, angekündigt, hinzugefügt, eingeräumt, zugegeben, entgegnet, erwidert, geschrien',
  ),
  fusedPronouns: [],
  accordingTo: list(
    'laut, nach angaben von, nach angaben der, nach angaben des, nach aussage von, nach einschätzung von, nach ansicht von, nach worten von',
  ),
  he: ['er'],
  she: ['sie'],
  and: 'und',
  articles: list(
    'der, die, das, ein, eine, einer, eines, dem, den, sein, seine, ihr, ihre, einem, einen, seinem, seiner, ihrem, ihrer, diesem, dieser, diese',
  ),
  particles: list('von, van, de, zu, zum, der, den, einem, einen, seinem, seiner, ihrem, ihrer, diesem, dieser, diese'),
  stops:
    list(`am, im, in, an, auf, bei, nach, vor, zu, zur, zum, gegenüber, der, dem, den, laut, während, über, mit, aus, seit, dazu,
    heute, gestern, weiter, später, zunächst, anschließend, montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag, januar,
    februar, märz, april, mai, juni, juli, august, september, oktober, november, dezember, anfang, mitte, ende`),
  of: list('von, vom, des, der, eines, einer'),
  attendants:
    list(`sprecher, sprecherin, anwalt, anwältin, verteidiger, verteidigerin, berater, beraterin, stellvertreter, stellvertreterin, assistent,
    assistentin, mitarbeiter, mitarbeiterin, vertraute, vertrauter, freund, freundin, verbündeter, rivale, rivalin, bruder, schwester, mutter, vater,
    sohn, tochter, frau, ehefrau, mann, ehemann, witwe, witwer, onkel, tante, cousin, cousine, nachbar, nachbarin, kollege, kollegin, nachfolger,
    nachfolgerin, vorgänger, vorgängerin, vertreter, vertreterin, sekretär, sekretärin, büroleiter, büroleiterin, biograf, biografin`),
  persons:
    list(`sprecher, sprecherin, minister, ministerin, präsident, präsidentin, kanzler, kanzlerin, bundeskanzler, bundeskanzlerin,
    ministerpräsident, ministerpräsidentin, bürgermeister, bürgermeisterin, oberbürgermeister, oberbürgermeisterin, chef, chefin,
    leiter, leiterin, direktor, direktorin, professor, professorin, forscher, forscherin, experte, expertin, anwalt, anwältin,
    trainer, trainerin, politiker, politikerin, abgeordneter, abgeordnete, vorsitzender, vorsitzende, parteichef, parteichefin,
    außenminister, außenministerin, innenminister, innenministerin, finanzminister, finanzministerin, staatsanwalt, staatsanwältin,
    polizeisprecher, polizeisprecherin, regierungssprecher, regierungssprecherin, geschäftsführer, geschäftsführerin, autor, autorin,
    berater, beraterin, promoter, promoterin, gründer, gründerin, mitgründer, unternehmer, unternehmerin, sportler, sportlerin, künstler,
    künstlerin, sänger, sängerin, arzt, ärztin, mediziner, medizinerin, wissenschaftler, wissenschaftlerin, ökonom, ökonomin, analyst, analystin, händler, händlerin, richter, richterin, kommissar, kommissarin, ermittler, ermittlerin, mitarbeiter, mitarbeiterin, botschafter, botschafterin, ologe, ologin, istin, ikerin, dr, prof, herr, frau, general, papst, könig, königin, generalsekretär, generalsekretärin, bundespräsident, senator, senatorin`),
  groups: list(
    'experten, forscher, behörden, ermittler, beamte, kritiker, ärzte, wissenschaftler, vertreter, anwohner, zeugen, aktivisten, gewerkschaften',
  ),
  bodies: list(
    'polizei, regierung, bundesregierung, ministerium, feuerwehr, staatsanwaltschaft, partei, gewerkschaft, behörde, unternehmen, konzern, verband, gericht, stadt, kommission, agentur, zeitung, stiftung, universität, institut, verein, bank, hochschule, bundesamt, ministeriums, bundeswehr, kirche',
  ),
  documents: list('bericht, studie, schreiben, mitteilung, erklärung, gutachten, umfrage, brief'),
  women: list(
    'Angela, Annalena, Ursula, Sabine, Petra, Monika, Renate, Heike, Anja, Katrin, Svenja, Nancy, Saskia, Franziska, Birgit, Katja, Silke, Ulrike, Alice, Manuela, Malu',
  ),
  men: list(
    'Olaf, Jürgen, Hans, Günter, Heiko, Armin, Norbert, Sigmar, Dieter, Rolf, Uwe, Bernd, Kai, Lars, Holger, Torsten, Thorsten, Jens, Jörg, Ralf, Volker, Winfried, Gregor, Cem, Hubertus, Boris, Frank-Walter',
  ),
};
