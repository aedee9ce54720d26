import type { Language } from './language.ts';

const list = (words: string): string[] => words.trim().split(/\s*[,\n]\s*/);

export const french: Language = {
  code: 'fr',
  common: list(
    'le, la, les, des, et, est, une, que, dans, pour, qui, sur, pas, par, plus, avec, au, ce, sont, aux, du, été, cette, ses, ont, il, un, en',
  ),
  said: list(`a dit, dit, ont dit, a déclaré, ont déclaré, déclare, déclarait, a affirmé, ont affirmé, affirme, affirment, a expliqué,
    explique, expliquait, a indiqué, ont indiqué, indique, a ajouté, ajoute, ajoutait, a précisé, précise, a souligné, souligne, a assuré, assure,
    a estimé, estime, estimait, a annoncé, annonce, a rappelé, rappelle, a répondu, répond, a confié, confie, a dénoncé, dénonce,
    a averti, avertit, a promis, a reconnu, reconnaît, a regretté, regrette, a conclu, conclut, a écrit, écrit, a insisté, insiste,
    a commenté, commente, a raconté, raconte, a martelé, martèle, a lancé, lance, a réagi, réagit, a poursuivi, poursuit, a fait savoir,
    a admis, admet, a confirmé, confirme, a soutenu, soutient, détaille, a tweeté, s'est félicité, s'inquiète`),
  reporting: list(
    'a dit, ont dit, a déclaré, ont déclaré, a affirmé, ont affirmé, a expliqué, a indiqué, ont indiqué, a ajouté, a précisé, a souligné, a assuré, a estimé, a annoncé, ont annoncé, a rappelé, a répondu, a averti, a reconnu, a conclu, a écrit, a insisté, a raconté, a admis, a confirmé, a soutenu, déclare, affirme, explique, indique, précise, assure, estime, souligne, rappelle',
  ),
  clauseOpeners: list("que, qu'"),
  questionWords: list('si, pourquoi, comment, quand, qui, ce'),
  leaning: list(
    "il, elle, ils, elles, ce, c', cela, ça, cet, cette, ces, son, sa, ses, leur, leurs, mais, et, donc, or, car, on, nous, je, j', y, là, ainsi, aussi, puis, alors, toutefois, cependant, en",
  ),
  splitVerbs: [],
  participles: list(
    'dit, déclaré, affirmé, assuré, expliqué, indiqué, écrit, répondu, raconté, confié, annoncé, averti, promis, reconnu, admis, avoué, lancé, crié, précisé, disant',
  ),
  fusedPronouns: ['il', 'elle'],
  accordingTo: list("selon, d'après"),
  he: ['il'],
  she: ['elle'],
  and: 'et',
  articles: list("le, la, les, l', un, une, des, son, sa, ses, leur, ce, cette"),
  particles: list("de, du, la, le, d', van, von, der, den, ben, el, al"),
  stops:
    list(`à, au, aux, en, dans, lors, sur, pour, par, avant, après, devant, mardi, lundi, mercredi, jeudi, vendredi, samedi, dimanche,
    hier, ce, cette, qui, sans, avec, mais, et, depuis, auprès, dont, alors, ainsi, face`),
  of: list("de, du, des, d'"),
  attendants:
    list(`porte-parole, avocat, avocate, défenseur, conseiller, conseillère, adjoint, adjointe, assistant, assistante, collaborateur,
    collaboratrice, proche, ami, amie, allié, alliée, rival, rivale, frère, sœur, mère, père, fils, fille, femme, épouse, mari, époux, veuve, veuf,
    oncle, tante, cousin, cousine, voisin, voisine, collègue, successeur, prédécesseur, agent, agente, représentant, représentante, médecin,
    secrétaire, suppléant, suppléante, biographe, entourage`),
  persons:
    list(`président, présidente, ministre, premier ministre, première ministre, maire, directeur, directrice, porte-parole, chef, cheffe,
    professeur, professeure, chercheur, chercheuse, expert, experte, avocat, avocate, procureur, procureure, député, députée, sénateur,
    sénatrice, secrétaire, préfet, préfète, général, entraîneur, responsable, conseiller, conseillère, auteur, autrice, patron, patronne,
    pape, roi, reine, m, mme, dr, me, médecin, économiste, analyste, journaliste, témoin, victime, homme, femme, diplomate, candidat, candidate`),
  groups: list(
    'experts, chercheurs, autorités, enquêteurs, syndicats, responsables, témoins, avocats, médecins, habitants, critiques, organisations, associations',
  ),
  bodies: list(
    'police, gouvernement, ministère, parquet, préfecture, mairie, entreprise, groupe, parti, syndicat, association, ong, tribunal, commission, agence, élysée, onu, institut, université, fondation, banque, école',
  ),
  documents: list('rapport, étude, communiqué, lettre, sondage, enquête, journal, document'),
  women: list(
    'Ségolène, Élisabeth, Élise, Anne, Françoise, Christiane, Marine, Valérie, Nathalie, Véronique, Sandrine, Aurore, Brigitte, Rachida, Najat, Marlène, Amélie, Agnès, Clémentine, Mathilde, Yaël, Olga',
  ),
  men: list(
    'Jean, Jean-Luc, Jean-Claude, Jean-Marc, Jean-Michel, Jean-Yves, Emmanuel, Édouard, Éric, Gérald, Gérard, Bruno, Xavier, Benoît, Stéphane, Jérôme, Didier, Thierry, Olivier, Manuel, Alain, Yannick, Fabien, Raphaël, Gabriel, Sébastien, Rémi, Cédric, Loïc, Pascal, Gilles, Hervé, Yves',
  ),
};
