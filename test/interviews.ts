/** A made-up interview or transcript: `right` are words with who says them, `nobody` words that are asked or taken for granted. */
export type Interview = {
  title: string;
  text: string;
  language: string;
  right: [words: string, speaker: string][];
  wrong: [words: string, speaker: string][];
  nobody: string[];
};

/** Interviews and transcripts in the forms in which papers and broadcasters print them. */
export const interviews: Record<string, Interview> = {
  'a hearing with surnames in capitals': {
    title: 'Dam engineers face questions',
    language: 'en',
    text: `Chief engineer Anna Keller and Governor Paul Baker were heard by the assembly of Morvale on Monday. This is part of the record.

KELLER: The eastern wall is not safe. Water has come through the drainage gallery since April.

BAKER: The state has spent 40 million dollars on this dam. Every inspection found the eastern wall sound.

KELLER: Those inspections looked at the crest alone. Nobody went down into the gallery.

The lower chambers have been closed for 11 years.

BAKER: The assembly will receive the full reports on Friday.`,
    right: [
      ['Water has come through the drainage gallery', 'Anna Keller'],
      ['Every inspection found the eastern wall sound', 'Paul Baker'],
      ['The lower chambers have been closed', 'Keller'],
    ],
    wrong: [
      ['Water has come through the drainage gallery', 'Paul Baker'],
      ['Every inspection found the eastern wall sound', 'Anna Keller'],
      ['The lower chambers have been closed', 'Paul Baker'],
    ],
    nobody: [],
  },
  'a broadcast with a host': {
    title: 'Transcript: The Morning Hour',
    language: 'en',
    text: `The economist Ingrid Solberg spoke about housing in Larvik on The Morning Hour. A transcript follows.

HOST: The city has built nothing for ten years. Why are rents falling now?

SOLBERG: Rents fell by 6 percent because two factories closed in March. Many young families moved to the coast.

HOST: Will the council's plan of 900 flats help?

SOLBERG: The council's plan comes five years too late. Empty flats stand all over the old town.`,
    right: [
      ['Rents fell by 6 percent', 'Ingrid Solberg'],
      ['Empty flats stand all over', 'Solberg'],
    ],
    wrong: [['The city has built nothing', 'Ingrid Solberg']],
    nobody: ['The city has built nothing'],
  },
  'questions and answers under Q and A': {
    title: 'Interview with harbour pilot Tom Okafor',
    language: 'en',
    text: `Tom Okafor has brought ships into Velden for thirty years. Jane Roe asked him about the new fairway.

Q: The new fairway is shallower than the old one. Is that a danger?

A: The fairway is two metres too shallow for tankers. I have said so to the port since 2019.

Q: What did your colleagues say?

A: Four pilots have left the station this year. The port pays them less than the ferries do.`,
    right: [
      ['two metres too shallow for tankers', 'Tom Okafor'],
      ['Four pilots have left', 'Okafor'],
    ],
    wrong: [['two metres too shallow for tankers', 'Jane Roe']],
    nobody: ['The new fairway is shallower'],
  },
  'question paragraphs without labels': {
    title: 'Botanist Clara Moss tells the Courier about vanishing meadows',
    language: 'en',
    text: `Clara Moss has counted flowers in the Orrin valley since 1998. Her new book appears in May. Minister Dan Pike has called it alarmist.

What made you count flowers?

My grandmother kept a list of every meadow in the valley. Eleven of her thirty meadows are car parks today.

Farmers say the meadows are recovering. Do you agree with them?

The farmers count grass and nothing else. Rare orchids have not been seen in the upper valley for nine years.

The minister told us that the subsidies would stay. I do not believe it.

What will you do next?

Two students and I will map the lower valley in June.`,
    right: [
      ['Eleven of her thirty meadows', 'Clara Moss'],
      ['Rare orchids have not been seen', 'Moss'],
    ],
    wrong: [
      ['Eleven of her thirty meadows', 'Dan Pike'],
      ['Rare orchids have not been seen', 'Dan Pike'],
    ],
    nobody: ['Farmers say the meadows are recovering'],
  },
  'the paper and the guest by name': {
    title: 'Wikinews interviews glider champion Lena Vogt',
    language: 'en',
    text: `Glider pilot Lena Vogt won the Alpine Cup in August. She answered questions by e-mail.

Wikinews: How did you come to gliding?

Lena Vogt: The club in Brandau gave free lessons to every pupil. Half of my class flew before they could drive.

Wikinews: Is the sport too expensive?

Lena Vogt: A used glider costs less than a family car. Winter storage is what ruins the clubs.`,
    right: [
      ['The club in Brandau gave free lessons', 'Lena Vogt'],
      ['Winter storage is what ruins', 'Vogt'],
    ],
    wrong: [['Winter storage is what ruins', 'Wikinews']],
    nobody: [],
  },
  'an office for a name': {
    title: 'What was said in the chamber',
    language: 'en',
    text: `Prime Minister Viktor Dahl answered questions from opposition leader Maren Holt in the chamber on Tuesday.

PRIME MINISTER: Unemployment has fallen to 4 percent. The budget is balanced for the first time since 2011.

HOLT: The figures leave out everybody on training schemes. Sixty thousand people are missing from the table.

PRIME MINISTER: Training schemes have been counted the same way for twenty years.

HOLT: The statistics office itself asked for a new method in spring.`,
    right: [
      ['Unemployment has fallen', 'Viktor Dahl'],
      ['Sixty thousand people are missing', 'Maren Holt'],
    ],
    wrong: [
      ['Unemployment has fallen', 'Maren Holt'],
      ['Sixty thousand people are missing', 'Viktor Dahl'],
    ],
    nobody: [],
  },
  'ein Gespräch mit Kürzel der Zeitung': {
    title: '„Der Damm ist nicht sicher“: Interview mit Ingenieurin Anna Keller',
    language: 'de',
    text: `Die Ingenieurin Anna Keller hat den Damm im Morgental fünf Jahre lang untersucht. Minister Paul Wagner weist die Kritik zurück.

Frage: Der Damm wurde erst im vergangenen Jahr saniert. Reicht das nicht?

Keller: Die Sanierung hat nur die Krone des Damms erreicht. Das Wasser dringt seit April durch die untere Galerie.

Frage: Was müsste jetzt geschehen?

Keller: Die unteren Kammern müssen bis zum Herbst geleert werden. Der Minister kennt diesen Bericht seit zwei Jahren.`,
    right: [
      ['Das Wasser dringt seit April', 'Anna Keller'],
      ['Die unteren Kammern müssen', 'Anna Keller'],
    ],
    wrong: [
      ['Das Wasser dringt seit April', 'Paul Wagner'],
      ['Die unteren Kammern müssen', 'Paul Wagner'],
    ],
    nobody: ['Der Damm wurde erst im vergangenen Jahr saniert'],
  },
  'fette Fragen und Antworten': {
    title: 'Imkerin Lena Vogt im Interview',
    language: 'de',
    text: `Lena Vogt hält in Brandau vierzig Bienenvölker. Mit dem Kurier hat die Imkerin über den Winter gesprochen, der Verband um Jonas Brandt ist besorgt.

Frau Vogt, wie geht es Ihren Bienen?

Ich habe in diesem Winter zwölf Völker verloren. Der warme Dezember hat die Bienen zu früh geweckt.

Was erwarten Sie vom Frühjahr?

Die Obstbauern werden im Mai zu wenige Bienen haben. Wir können nicht alle Plantagen beliefern.`,
    right: [
      ['Der warme Dezember hat', 'Lena Vogt'],
      ['Die Obstbauern werden im Mai', 'Lena Vogt'],
    ],
    wrong: [['Der warme Dezember hat', 'Jonas Brandt']],
    nobody: [],
  },
  'un entretien': {
    title: 'Entretien avec la glaciologue Claire Morel',
    language: 'fr',
    text: `Claire Morel étudie les glaciers des Alpes depuis vingt ans. Le ministre Luc Perrin a refusé de financer ses travaux.

Le Courrier : Les glaciers reculent partout dans les Alpes. Depuis quand le mesurez-vous ?

Claire Morel : Le glacier de Vernois a perdu douze mètres cette année. Les mesures ont commencé avec mon père en 1974.

Le Courrier : Que demandez-vous au ministre ?

Claire Morel : Le laboratoire a besoin de trois chercheurs. Les instruments de la station datent des années quatre-vingt.`,
    right: [
      ['Le glacier de Vernois a perdu', 'Claire Morel'],
      ['Les instruments de la station', 'Claire Morel'],
    ],
    wrong: [['Le glacier de Vernois a perdu', 'Luc Perrin']],
    nobody: ['Les glaciers reculent partout'],
  },
  'des questions sans nom': {
    title: 'Rencontre avec Paul Girard, facteur de violons',
    language: 'fr',
    text: `Rencontre avec Paul Girard dans son atelier de Mirevaux, où il fabrique des violons. La mairie de Jeanne Colin veut vendre la maison.

Comment avez-vous choisi ce métier ?

Je suis entré dans cet atelier à quatorze ans. Les anciens ne parlaient jamais pendant le travail.

Que deviendra votre atelier ?

Les machines partiront dans un musée de Lyon. Nous avons cherché un successeur pendant six ans.`,
    right: [
      ['Les anciens ne parlaient jamais', 'Paul Girard'],
      ['Les machines partiront', 'Paul Girard'],
    ],
    wrong: [['Les machines partiront', 'Jeanne Colin']],
    nobody: [],
  },
  'remarks between the questions': {
    title: 'Interview with bridge builder Ada Reuss',
    language: 'en',
    text: `Ada Reuss has built nineteen bridges. According to the Guild of Masons Dr Reuss is the busiest engineer of the coast. On Friday she sat down with Jonas Feld for an interview in her office in Linn.

I wanted to ask you about the rope bridge at Orrin, I know your firm lost money on it.

The rope bridge cost us two million crowns. Every other firm had walked away from it.

You have been called stubborn.

I am stubborn about steel. The cables at Orrin were tested for nine months.

Your critics are not so kind. Do you read what they write?

Professor Paul Dunn and Mayor Vera Holt, the loudest of them, claimed that the towers would sink. The towers have moved four millimetres since 2012.`,
    right: [
      ['The cables at Orrin were tested', 'Ada Reuss'],
      ['Every other firm had walked away', 'Reuss'],
      ['The towers have moved', 'Ada Reuss'],
    ],
    wrong: [
      ['The cables at Orrin were tested', 'Jonas Feld'],
      ['the busiest engineer of the coast', 'Ada Reuss'],
      ['The towers have moved', 'Vera Holt'],
    ],
    nobody: ['You have been called stubborn', 'Your critics are not so kind'],
  },
  'a picture in place of a lead': {
    title: 'The last lighthouse keeper',
    language: 'en',
    text: `“The lamp never went out in my time.” Edvard Holm in the tower. Photo: Mina Sund.

How long have you lived on the rock?

I came here in the winter of 1983. The station had three keepers and a cook then.

Do you miss the company?

The seals are better company than the cook was. I have not spoken to him since 1991.`,
    right: [
      ['The station had three keepers', 'Edvard Holm'],
      ['The seals are better company', 'Holm'],
    ],
    wrong: [['The station had three keepers', 'Mina Sund']],
    nobody: [],
  },
  'one of several who is addressed': {
    title: 'The ferry that nobody wanted',
    language: 'en',
    text: `Captain Ruth Solberg and Mayor Piet Maas quarrelled over the ferry of Linn for years. The quarrel ended on Friday.

Mrs Solberg, are you content with the new timetable?

The timetable leaves out every school child on the island. I told the council so in June.

What would you change?

My crew would sail at seven and at nine. The diesel for a third crossing costs 90 crowns.

Mayor Maas says you are bitter.

I have been called worse. The engine of the ferry has failed six times since May.`,
    right: [
      ['The timetable leaves out', 'Ruth Solberg'],
      ['The diesel for a third crossing', 'Solberg'],
    ],
    wrong: [
      ['The timetable leaves out', 'Piet Maas'],
      ['The diesel for a third crossing', 'Piet Maas'],
    ],
    nobody: [],
  },
  'two people by their initials': {
    title: 'A conversation about the river',
    language: 'en',
    text: `Anna Keller and Paul Baker met at the weir to talk about the river. Both have lived beside it all their lives.

AK: The salmon came back in 2015 after the paper mill closed.

PB: The salmon never left the upper river. Anglers caught forty of them in the year of the fire.

AK: Those forty fish came from the hatchery at Linn.

PB: The hatchery at Linn was closed that summer.`,
    right: [
      ['The salmon came back in 2015', 'Anna Keller'],
      ['Anglers caught forty', 'Paul Baker'],
    ],
    wrong: [
      ['The salmon came back in 2015', 'Paul Baker'],
      ['Anglers caught forty', 'Anna Keller'],
    ],
    nobody: [],
  },
};

/** Texts that look like turns and are none: nobody speaks in them. */
export const lookalikes: Record<string, string> = {
  'a check of facts': `Mayor Anna Keller spoke on Monday.

CLAIM: The harbour was closed in March.

FACT: The harbour closed in May, port records show.

CLAIM: The works cost 40 million dollars.

FACT: The works cost 12 million dollars, the budget says.`,
  'a page of questions that it answers itself': `The new rules begin in May. Minister Anna Keller presented them on Monday.

Q: Do I need a permit?

A: Anyone who fishes in the river needs a permit. It costs ten dollars.

Q: Where do I get it?

A: The town hall sells permits on weekdays.`,
  'an explainer with questions as headings': `The dam at Morvale is leaking. Engineer Anna Keller found the first crack.

What happened?

Water came through the eastern wall in April. The valley was cleared.

Who is to blame?

The builders blame the state. The state blames the builders.`,
  'a recipe': `Anna Keller and Paul Baker cook this at home.

Ingredients: Two eggs and flour.

Method: Beat the eggs.

Ingredients: One cup of milk.

Method: Warm the milk.`,
  'lists with notes': `The team of Anna Keller met on Monday.

Note: The office is closed on Friday.

Where: The hall at Linn.

Note: Bring a coat.

Where: The old mill.`,
  'a list of prizes': `Anna Keller hosted both evenings.

Best Picture: The Dam at Linn won in the first year.

Leading Actor: Tom Okafor won in the first year.

Best Picture: The Old Mill won in the second year.

Leading Actor: Paul Baker won in the second year.`,
  'a running report': `Storm over Morvale, with Mayor Anna Keller.

14:32: The bridge is closed.

Update: The bridge is open again.

15:10: The road is flooded.

Update: The road is dry.`,
};
