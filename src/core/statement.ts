// Who says something, in the tense that news is told in: "…, the banner said", "…, heißt es im Brief", "…, rappelle la mairie".
const speech = [
  'said|says|told|asked|wrote|added|warned|advised|reminded|begged|pleaded|shouted|demanded|joked|explained|argued|claimed|noted|recalled|insisted|urged|promised|announced|ruled|found|replied|suggested|ordered|quipped|boasted|recommended|called',
  'sagt|sagte|sagten|heißt|hieß|erklärte|rät|riet|warnt|warnte|forderte|fordert|bat|schrieb|schreibt|meint|meinte|betonte|entschied|rief|teilte|spottete|mahnt|mahnte',
  'dit|disait|déclare|rappelle|conseille|explique|raconte|note|affirme|prévient|annonce|lance|écrit|précise|a (?:dit|déclaré|rappelé|conseillé|expliqué|raconté|noté|affirmé|prévenu|annoncé|lancé|crié|écrit|précisé|répondu|demandé)',
  'dice|dijo|explica|explicó|afirma|afirmó|declaró|gritó|advierte|advirtió|recuerda|recordó|señaló|señala|pidió|escribió|respondió|ha (?:dicho|explicado|afirmado|recordado|advertido|pedido)',
  'disse|spiega|avverte|ricorda|scrive|ha (?:detto|spiegato|ricordato|avvertito|scritto|chiesto)',
  'diz|afirmou|explicou|avisou|lembrou|escreveu|pediu',
  'zei|zegt|aldus|schreef|waarschuwt|waarschuwde|säger|sade|sa|skrev|sier|siger|sagde',
].join('|');
// "where Ann Lee writes" and "as she said" tell of a thing, they do not report what stands before the comma.
const reported = new RegExp(
  `(?:[,;–—]|[!?,]["”’»“]|["”»“],?)\\s(?:(?!(?:where|which|who|whom|whose|that|as|and|or|if|when|because|wo|wie|und|die|der|das|qui|que|où|et|y|e|si)\\s)[\\p{L}\\p{M}\\d’'.-]+\\s){0,7}?(?:${speech})(?![\\p{L}-]| (?:and|or|by)\\s)|\\p{L}-t-(?:il|elle|on)s?(?!\\p{L})`,
  'iu',
);
// Furniture speaks to its reader or of the page it stands on.
const addressed =
  /(?<!\p{L})(?:you|your|yours|our|us|we|my|here|inbox|newsletters?|e-?mails?|subscribers?|subscriptions?|app|podcast|website|alerts?|notifications?|permission|this (?:page|site|article|story|report|content|post)|sie|ihre?n?|du|dein\p{L}*|wir|uns\p{L}*|vous|votre|vos|nous|notre|nos|tu|tus|su|sus|nuestr\p{L}*|nosotros|te|le|vuestr\p{L}*|voi|vostr\p{L}*|noi|nostr\p{L}*|você|seu|sua|nosso|nossa|jij|je|jouw|uw|ons|onze|dig|din|oss|vår|deg)(?!\p{L})|https?:|@\w|\p{Sc}\s?\d[\d.,]*\s?(?:a|per|for|\/)/iu;
// What was, has been or will be: an invitation has no such verb of its own, though a clause of its may ("who was named …").
const finite =
  /(?<!(?:who|which|that|what|when|where|whose|as|if)\s)(?<!\p{L})(?:was|were|had|has|have|will|would|could|did|must)\s(?!to\s)\p{L}+|\p{L}+ed (?:on \d|in (?:19|20)\d\d)|^\p{L}+(?: \p{L}+){1,3} (?:müssen|muss|musste|mussten|will|wollen|wollte|wollten|sollen|soll|sollte|sollten|können|kann|konnte|konnten|durfte|durften|hat|haben|hatte|hatten|wird|werden|wurde|wurden|war|waren)(?!\p{L})|(?<!\p{L})(?:a|ont|avait|sera|seront|fue|fueron|ha|han|había|será|è stat[oaie]|foi|foram) \p{L}{2,}(?:é|és|ée|ées|u|us|is|it|ado|ada|ido|ida|ato|ata|uto|uta|ito|ita)(?!\p{L})/iu;
const sentenceEnd = /[.!?…]["'”’»“)]{0,2}$/u;
const label = /^(?:[\p{L}\p{M}’'-]+\s){0,3}[\p{L}\p{M}’'-]+\s?[:：|»›→]\s?(?=\S)/u;
const longSentence = 25;
const leastWords = 6;

/**
 * True for a whole sentence that reports what somebody said or tells what happened, however it begins: "Subscribe now," the
 * banner said, and 40,000 people did so. Furniture with the same first words invites its reader, or names a link.
 *
 * @param line  one line or paragraph, as shown
 */
export function isStatement(line: string): boolean {
  if (!sentenceEnd.test(line)) return false;
  // What follows a label is a link's or a picture's own words, unless the sentence only goes on there: "Photo: that one word …".
  const labelled = label.exec(line)?.[0];
  if (labelled && !/^["'“‘«„]?\p{Ll}/u.test(line.slice(labelled.length))) return false;
  const words = line.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (words < leastWords) return false;
  if (reported.test(line)) return true;
  const told = line.replace(/“[^“”]*”|"[^"]*"|«[^«»]*»|„[^“”]*[“”]/gu, '…');
  return !addressed.test(told) && (finite.test(told) || words > longSentence);
}
