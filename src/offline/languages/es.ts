import type { Language } from './language.ts';

const list = (words: string): string[] => words.trim().split(/\s*[,\n]\s*/);

export const spanish: Language = {
  code: 'es',
  common: list(
    'el, la, los, las, de, que, y, en, un, una, por, con, para, del, se, no, es, al, lo, como, más, su, ha, fue, este',
  ),
  said: list(`dijo, dice, dijeron, ha dicho, han dicho, declaró, declara, declararon, ha declarado, afirmó, afirma, afirmaron, ha afirmado,
    aseguró, asegura, aseguraron, ha asegurado, explicó, explica, explicaron, ha explicado, señaló, señala, señalaron, ha señalado,
    indicó, indica, indicaron, añadió, añade, agregó, agrega, apuntó, apunta, subrayó, subraya, destacó, destaca, manifestó, sostuvo, sostiene,
    advirtió, advierte, anunció, anuncia, reconoció, reconoce, admitió, admite, insistió, insiste, recordó, recuerda, criticó, critica,
    denunció, denuncia, respondió, responde, contestó, escribió, escribe, concluyó, concluye, comentó, comenta, expresó, informó,
    ha informado, ha señalado, ha subrayado, ha destacado, ha insistido, ha anunciado, ha advertido, ha recordado, ha criticado,
    ha reconocido, ha añadido, precisó, precisa, matizó, defendió, pidió, exigió, relató, cuenta, contó, tuiteó, zanjó`),
  reporting: list(
    'dijo, dijeron, ha dicho, han dicho, declaró, declararon, ha declarado, afirmó, afirmaron, ha afirmado, aseguró, aseguraron, ha asegurado, explicó, explicaron, ha explicado, señaló, señalaron, ha señalado, indicó, indicaron, añadió, agregó, apuntó, subrayó, destacó, manifestó, sostuvo, advirtió, anunció, reconoció, admitió, insistió, recordó, denunció, respondió, contestó, escribió, concluyó, comentó, informó, ha informado, ha anunciado, ha advertido, ha reconocido, precisó, dice, afirma, asegura, explica, señala, sostiene',
  ),
  clauseOpeners: ['que'],
  questionWords: list('si, por, cómo, cuándo, quién, qué, dónde, lo'),
  leaning: list(
    'él, ella, ellos, ellas, eso, esto, esta, este, estos, estas, ese, esa, su, sus, pero, y, o, también, así, entonces, allí, ahí, nosotros, yo, se, lo, le, les, además, sin',
  ),
  splitVerbs: [],
  participles: list(
    'dicho, declarado, afirmado, asegurado, explicado, señalado, escrito, respondido, contestado, contado, comentado, advertido, anunciado, reconocido, admitido, confesado, gritado, insistido, prometido, diciendo',
  ),
  fusedPronouns: [],
  accordingTo: list('según, de acuerdo con'),
  he: ['él'],
  she: ['ella'],
  and: 'y',
  articles: list('el, la, los, las, un, una, unos, unas, su, sus'),
  particles: list('de, del, la, las, los, van, von, der, den'),
  stops:
    list(`en, a, al, ante, durante, tras, sobre, por, para, con, este, esta, ayer, hoy, lunes, martes, miércoles, jueves, viernes, sábado,
    domingo, quien, que, antes, después, desde, mientras, cuando`),
  of: list('de, del'),
  attendants:
    list(`portavoz, vocero, vocera, abogado, abogada, defensor, defensora, asesor, asesora, consejero, consejera, adjunto, adjunta, ayudante,
    asistente, colaborador, colaboradora, amigo, amiga, aliado, aliada, rival, hermano, hermana, madre, padre, hijo, hija, mujer, esposa, esposo,
    marido, viuda, viudo, tío, tía, primo, prima, vecino, vecina, colega, compañero, compañera, sucesor, sucesora, predecesor, predecesora, agente,
    representante, médico, secretario, secretaria, suplente, biógrafo, entorno`),
  persons:
    list(`presidente, presidenta, ministro, ministra, primer ministro, primera ministra, alcalde, alcaldesa, director, directora, portavoz,
    jefe, jefa, profesor, profesora, investigador, investigadora, experto, experta, abogado, abogada, fiscal, diputado, diputada, senador,
    senadora, secretario, secretaria, general, entrenador, entrenadora, consejero, consejera, autor, autora, líder, papa, rey, reina, vocero,
    vocera, canciller, gobernador, gobernadora, vicepresidente, vicepresidenta, economista, analista, periodista, testigo, víctima, hombre,
    mujer, diplomático, candidato, candidata, médico, médica, sr, sra, don, doña, dr, dra, expresidente`),
  groups: list(
    'expertos, investigadores, autoridades, sindicatos, responsables, testigos, abogados, médicos, vecinos, críticos, organizaciones, fuentes',
  ),
  bodies: list(
    'policía, gobierno, ejecutivo, ministerio, fiscalía, ayuntamiento, empresa, grupo, partido, sindicato, asociación, ong, tribunal, comisión, agencia, onu, moncloa, instituto, universidad, fundación, banco, escuela',
  ),
  documents: list('informe, estudio, comunicado, carta, encuesta, diario, documento'),
  women: list(
    'Yolanda, Begoña, Inés, Isabel, Ada, Irene, Mónica, Dolores, Soledad, Pilar, Rocío, Nadia, Carmen, Cristina, Dilma, Michelle, Margarita, Claudia, Íñiga, Arancha, Ione, Reyes',
  ),
  men: list(
    'Pedro, Pablo, José, Juan, Íñigo, Iñigo, Mariano, Alberto, Andrés, Nicolás, Hugo, Gustavo, Evo, Luis, Félix, Joaquín, Josep, Jordi, Oriol, Quim, Artur, Santiago, Ángel, Óscar, Raúl, Rubén, Iván, Sebastián, Martín, Gabriel, Álvaro, Mauricio, Javier, Enrique',
  ),
};
