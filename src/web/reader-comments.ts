import { isProse } from '../core/words.ts';
import { isBlock, isElement, type PageElement, type PageNode } from './page-tree.ts';
import type { NoteRemoval } from './remove-furniture.ts';

// A heading that is only the word for comments, with or without their number: "Comments (2)", "12 Kommentare".
const noun =
  "(?:(?:reader|user|leser|nutzer)[s’']{0,2}[- ]?)?(?:comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti|commento|reacties|kommentar(?:er)?|kommentit|komentarze|комментари(?:и|ев|я|й)|коментарі|yorumlar|التعليقات|تعليقات|コメント|评论|評論|댓글)(?: (?:des lecteurs|de (?:los )?lectores|dos leitores|dei lettori|der leser))?";
const count = '[(（[]?\\d{1,3}(?:[.,]?\\d{3})?[件条]?[)）\\]]?';
const heading = new RegExp(
  `^(?:${count}\\s?${noun}|${noun}\\s?[:：·|-]?\\s?(?:${count})?|(?:join the|the) (?:discussion|conversation)|(?:show|view|see|read)(?: all)? (?:${count} )?comments(?: ${count})?)\\s?:?$`,
  'iu',
);
const answer =
  /^(?:reply|antworten|répondre|responder|rispondi|beantwoorden|reageer|svara?|odpowiedz|ответить|відповісти|返信|回复|回覆|답글)(?: \S.{0,40})?$/iu;
const headingTag = /^h[2-6]$/;
// What stands above the comments is the article: less than this is none.
const leastAbove = 200;
// Boxes behind a paragraph that may be such a heading: farther down, the answers are those to another.
const nearby = 4;
// No page has more; a hostile one must not make this slow.
const mostTries = 10;

/**
 * Takes out what readers wrote below an article: a heading that is only the word for comments and all that follows it in its
 * box. A part of the article that goes by such a name ends at the article's next heading.
 */
export function removeComments(body: PageElement, note: NoteRemoval): void {
  let above = 0;
  let tries = 0;
  const walk = (element: PageElement): void => {
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (!isElement(child)) continue;
      if (!isBlock(child) || holdsBlock(child)) {
        walk(child);
        continue;
      }
      if (above >= leastAbove && tries < mostTries && isCommentsHeading(child)) {
        tries++;
        // What is left of this box is what the comments left of it.
        if (opensComments(child, above)) {
          cutFrom(child, note);
          return;
        }
      }
      const text = child.textContent;
      if (isProse(text)) above += text.length;
    }
  };
  walk(body);
}

function holdsBlock(element: PageElement): boolean {
  for (let child = element.firstChild; child; child = child.nextSibling)
    if (isElement(child) && (isBlock(child) || holdsBlock(child))) return true;
  return false;
}

function isCommentsHeading(element: PageElement): boolean {
  const text = element.textContent;
  return text.length <= 80 && heading.test(text.replace(/\s+/g, ' ').trim());
}

// Without anybody to answer, more running text than stands above is the article, and the heading a way to its comments.
function opensComments(element: PageElement, above: number): boolean {
  const box = boxOf(element);
  const isHeading = headingTag.test(element.localName);
  if (holdsAnswers(box)) return isHeading || holdsAnswers(box, nearby);
  if (!isHeading || element.querySelector('a')?.getAttribute('href')?.startsWith('#')) return false;
  let below = 0;
  for (let next = box.nextSibling; next; next = next.nextSibling) below += next.textContent.length;
  return below <= above * 1.5;
}

// A heading that has a box to itself heads what follows that box.
function boxOf(heading: PageElement): PageElement {
  let box = heading;
  for (let up = box.parentNode; up && up.localName !== 'body' && !followsText(box); up = up.parentNode) {
    if (up.textContent.trim().length > heading.textContent.trim().length) break;
    box = up;
  }
  return box;
}

function followsText(element: PageElement): boolean {
  for (let next = element.nextSibling; next; next = next.nextSibling) if (next.textContent.trim()) return true;
  return false;
}

function holdsAnswers(box: PageElement, within = Infinity): boolean {
  let seen = 0;
  for (let next = box.nextSibling; next; next = next.nextSibling) {
    if (!isElement(next)) continue;
    if (++seen > within) return false;
    for (const one of [next, ...next.querySelectorAll('a,button,span')])
      if (one.textContent.length <= 60 && answer.test(one.textContent.trim())) return true;
  }
  return false;
}

function cutFrom(heading: PageElement, note: NoteRemoval): void {
  const box = boxOf(heading);
  const mayGoOn = !/\d/.test(heading.textContent) && !holdsAnswers(box);
  const rank = headingTag.test(heading.localName) ? heading.localName : 'h2';
  for (let node: PageNode | null = box; node; ) {
    const next: PageNode | null = node.nextSibling;
    if (mayGoOn && node !== box && isElement(node) && isNextSection(node, rank)) return;
    note({ step: 'remove-comments', why: 'comments of readers', text: node.textContent.slice(0, 200) });
    if (isElement(node)) node.remove();
    else node.textContent = '';
    node = next;
  }
}

// Three words and more: shorter ones are the names of those who comment.
function isNextSection(element: PageElement, rank: string): boolean {
  const first = /^h[1-6]$/.test(element.localName) ? element : element.querySelector('h1,h2,h3,h4');
  return first !== null && first.localName <= rank && first.textContent.trim().split(/\s+/).length >= 3;
}
