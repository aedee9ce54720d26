import type { ArticleMark } from '../core/article.ts';
import { furnitureKind } from '../core/boilerplate.ts';
import { cleanName, isPersonName, readByline } from '../core/byline.ts';
import { findDates, isDateLine } from '../core/dates.ts';
import { countWords, foldWords } from '../core/words.ts';
import type { Block } from './cut-blocks.ts';
import { findLabelledBoxes } from './labelled-boxes.ts';
import { findEntryMarks } from './live-blog.ts';
import type { PageElement } from './page-tree.ts';
import { findReleaseFurniture } from './press-release.ts';
import type { NoteRemoval } from './remove-furniture.ts';
import { siteOf } from './same-site.ts';
import { findSignUpBoxes } from './sign-up-boxes.ts';

/** What a step needs to know besides the blocks. */
export type DropContext = {
  title: string | null;
  pageUrl: string;
  /** The page calls itself news. Guides and blogs list links as part of what they say; news pages do not. */
  isNews: boolean;
  marks: ArticleMark[];
  authors: string[];
};

type Step = { name: string; find: (blocks: Block[], context: DropContext) => Map<Block, string> };

// In this order: a later step sees what the earlier ones left.
const steps: Step[] = [
  { name: 'drop-repeated-title', find: findRepeatedTitle },
  { name: 'drop-labelled-boxes', find: findLabelledBoxes },
  { name: 'drop-sign-up-boxes', find: findSignUpBoxes },
  { name: 'drop-lines', find: findFurnitureLines },
  {
    name: 'drop-entry-marks',
    find: (blocks, { marks }) => (marks.includes('live-blog') ? findEntryMarks(blocks) : new Map()),
  },
  {
    name: 'drop-release-furniture',
    find: (blocks, { marks }) => (marks.includes('press-release') ? findReleaseFurniture(blocks) : new Map()),
  },
  { name: 'drop-labelled-links', find: findLabelledLinks },
  { name: 'drop-link-lists', find: findLinkLists },
  { name: 'drop-closing-sections', find: findClosingSections },
  { name: 'drop-author-notes', find: findAuthorNotes },
  { name: 'drop-loose-ends', find: findLooseEnds },
];

/** Takes out of the picked blocks what is no part of the article, and notes each with its step and reason. */
export function dropBlocks(blocks: Block[], context: DropContext, note: NoteRemoval): void {
  for (const { name, find } of steps) {
    const kept = blocks.filter((block) => block.kept);
    for (const [block, why] of find(kept, context)) {
      block.kept = false;
      note({ step: name, why, text: block.text.slice(0, 200) });
    }
  }
}

const kickerWords = 4;

function findRepeatedTitle(blocks: Block[], { title }: DropContext): Map<Block, string> {
  const folded = foldWords(title ?? '');
  const joined = folded.replaceAll(' ', '');
  const found = new Map<Block, string>();
  const firstText = blocks.findIndex((block) => block.text.length >= 80 && !/^h[1-6]$/.test(block.tag));
  for (const [at, block] of blocks.entries()) {
    const isHeadline = (block.tag === 'h1' && at < firstText) || (folded !== '' && foldWords(block.text) === folded);
    // A kicker and the headline in one: "HarbourBridge closes after cracks found".
    const endsWithTitle =
      /^h[2-6]$/.test(block.tag) &&
      at < Math.max(firstText, 1) &&
      joined.length >= 15 &&
      countWords(block.text) <= countWords(title ?? '') + kickerWords &&
      foldWords(block.text).replaceAll(' ', '').endsWith(joined);
    if (isHeadline || endsWithTitle) found.set(block, 'the headline');
  }
  return found;
}

function findFurnitureLines(blocks: Block[]): Map<Block, string> {
  const found = new Map<Block, string>();
  for (const block of blocks) {
    const kind = furnitureKind(block.text);
    if (kind === 'layout' && (/^\S+$/.test(block.text) || isCode(block))) continue;
    if (kind) found.set(block, kind);
  }
  return found;
}

// What a guide shows as code is its own text.
function isCode({ element }: Block): boolean {
  let up: PageElement | null = element;
  for (let depth = 0; up && depth < 4; up = up.parentNode, depth++)
    if (up.localName === 'pre' || up.localName === 'code') return true;
  return false;
}

/** "Read more: <link>", "RELATED | <link>": a short label and a link that makes up the rest, with no full stop. */
function findLabelledLinks(blocks: Block[], { pageUrl }: DropContext): Map<Block, string> {
  const found = new Map<Block, string>();
  for (const block of blocks) {
    if (block.tag === 'li' || block.text.length > 250 || block.linkChars < block.text.length * 0.4) continue;
    const label = block.unlinked.replace(/[\s\p{P}\p{S}]+$/u, '');
    const starts = label.length >= 3 && label.length <= 35 && block.text.startsWith(label);
    const rest = block.text.slice(label.length);
    if (
      /^(?:don['’]t miss|read more|related|see also|also read|watch|more)\b/i.test(block.text) &&
      isOwnLink(block, pageUrl)
    ) {
      found.set(block, 'a labelled link');
      continue;
    }
    const marked = /^\s*[:|»›>→–—-]/.test(rest) || label === label.toUpperCase();
    if (
      starts &&
      marked &&
      isOwnLink(block, pageUrl) &&
      /\p{Lu}{3}|\p{L}{3}/u.test(label) &&
      !/[.!?]["”’]?$/.test(block.text)
    )
      found.set(block, 'a labelled link');
  }
  return found;
}

/** Lists and runs of headlines that lead to other articles of the same site. */
function findLinkLists(blocks: Block[], { pageUrl, isNews }: DropContext): Map<Block, string> {
  const found = new Map<Block, string>();
  if (!isNews) return found;
  let run: Block[] = [];
  const close = () => {
    const share =
      run.reduce((sum, block) => sum + block.linkChars, 0) /
      Math.max(
        1,
        run.reduce((sum, block) => sum + block.text.length, 0),
      );
    if (run.length >= 2 && share > 0.45) for (const block of run) found.set(block, 'a list of headlines');
    run = [];
  };
  for (const block of blocks) {
    if (leadsToArticle(block, pageUrl)) run.push(block);
    else close();
  }
  close();
  // A single headline that is all link, alone in its paragraph.
  for (const block of blocks) {
    const isAlone = block.tag !== 'li' && block.tag !== 'tr' && block.linkChars >= block.text.length * 0.9;
    if (isAlone && leadsToArticle(block, pageUrl)) found.set(block, 'a headline that is a link');
  }
  return found;
}

function leadsToArticle(block: Block, pageUrl: string): boolean {
  if (block.linkChars < block.text.length * 0.3 || block.text.length < 25 || block.text.length > 200) return false;
  if (/[.!?…]["”’]?$/.test(block.text) && block.linkChars < block.text.length * 0.9) return false;
  return isOwnLink(block, pageUrl);
}

/** True where the block's first link leads to another article of the same site: an address with words or a long number in it. */
export function isOwnLink(block: Block, pageUrl: string): boolean {
  const link = URL.parse(block.href, pageUrl);
  const page = URL.parse(pageUrl);
  if (!link || !page || block.href.startsWith('#') || siteOf(link.hostname) !== siteOf(page.hostname)) return false;
  return /(?:[^/_-]{1,40}[-_]){3}|\d{5,}/.test(link.pathname);
}

const closingHeading =
  /^(?:references?(?: and notes)?|sources?|footnotes?|end ?notes|bibliography|works cited|citations|further reading|additional resources|about (?:the )?authors?|about (?:us|the company)|author(?: bio)?|contact(?: us)?|related .{2,30}|you (?:may|might) .{2,30}|more (?:from|on|stories|news|articles|posts) ?.{0,40}|recommended (?:reading|stories|articles|for you)|latest (?:news|stories|articles|posts|videos?)|most (?:read|popular).{0,30}|comments?|leave a .{2,20}|share this.{0,20}|tags|quellen|literatur|einzelnachweise|über den autor|mehr zum thema|auch interessant|das könnte .{2,40}|références|à lire aussi|sur le même sujet|referencias|fuentes|te puede interesar|bronnen|lees ook|riferimenti|leggi anche|referências|leia também|関連記事|参考文献)\s*:?$/i;

/** A section at the article's end whose heading says that it is about something else: references, the author, other articles. */
function findClosingSections(blocks: Block[]): Map<Block, string> {
  const found = new Map<Block, string>();
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0);
  let read = 0;
  for (const [at, block] of blocks.entries()) {
    read += block.text.length;
    const isHeading = /^h[1-6]$/.test(block.tag);
    if (!isHeading || read < total * 0.5 || !closingHeading.test(block.text)) continue;
    const next = blocks.slice(at + 1).findIndex((other) => /^h[1-6]$/.test(other.tag) && other.tag <= block.tag);
    const section = blocks.slice(at, next < 0 ? blocks.length : at + 1 + next);
    for (const part of section) found.set(part, `below “${block.text.slice(0, 40)}”`);
  }
  return found;
}

/** "Ann Lee is a reporter for the Gazette …": what the last paragraphs say of the one who wrote them. */
function findAuthorNotes(blocks: Block[], { authors }: DropContext): Map<Block, string> {
  const found = new Map<Block, string>();
  for (const block of blocks.slice(3).slice(-3)) {
    const author = authors.find(
      (name) => beforeName.test(block.text.split(name, 1)[0] ?? '') && block.text.includes(name),
    );
    const said = author ? block.text.slice(block.text.indexOf(author) + author.length) : '';
    if (block.text.length <= 500 && authorNote.test(said)) found.set(block, 'about the author');
  }
  return found;
}

// "Correspondent Ann Lee is …", "The Courier's Ann Lee covers …"; a sentence about the author begins otherwise.
const beforeName = /^(?:(?:[Tt]he )?[\p{Lu}\d][\p{L}\p{M}\d.'’-]{0,20} ){0,3}$/u;

const authorNote =
  /^,? (?:is (?:an?|the|our|based)\b|(?:covers|writes) (?!in\b)|(?:reports|writes) (?:on|for|from|about)\b|ist (?:freie|bei \p{Lu}|Redakteur|Korrespondent|Journalist|Reporter|Autor)|est (?:journaliste|reporter|correspondant|rédact)|es (?:periodista|redactora?|corresponsal))/u;

/** Scraps after the last paragraph and before the first: a heading with nothing below it, a date, a name. */
function findLooseEnds(blocks: Block[], { isNews }: DropContext): Map<Block, string> {
  const found = new Map<Block, string>();
  for (const block of blocks.toReversed()) {
    const isScrap =
      /^h[1-6]$/.test(block.tag) ||
      isBylineOnly(block) ||
      isLabelOfNothing(block) ||
      (block.tag !== 'li' &&
        block.tag !== 'tr' &&
        countWords(block.text) <= 6 &&
        !/[.!?…。！？:"”’)]$/u.test(block.text));
    if (!isScrap) break;
    found.set(block, 'a scrap at the end');
  }
  // More than a few, labels aside, are no scraps but a list.
  if ([...found.keys()].filter((block) => !isLabelOfNothing(block)).length > 3) found.clear();
  // Up to three entries are the way to the section; more are a list that the text begins with.
  const entries = blocks.findIndex((block) => block.tag !== 'li');
  const isPath = isNews && entries > 0 && entries <= 3;
  for (const block of blocks) {
    const isShort = countWords(block.text) <= 4 && !/[.!?…。！？:"”’]$/u.test(block.text);
    // Who speaks, in a transcript, is named again and again.
    const isSpeaker = blocks.filter((other) => other.text === block.text).length > 1;
    const isScrap =
      isDateLine(block.text) ||
      isNameWithDay(block.text) ||
      isBylineOnly(block) ||
      (isShort && !isSpeaker && !/^(?:h[2-6]|tr)$/.test(block.tag) && (block.tag !== 'li' || isPath));
    if (!isScrap) break;
    found.set(block, 'a scrap at the start');
  }
  return found;
}

// "This subject on air:" as a page's last words.
function isLabelOfNothing({ tag, text }: Block): boolean {
  return tag !== 'li' && tag !== 'tr' && countWords(text) <= 6 && /[:：]$/u.test(text);
}

// "Par Jeanne Dubois, envoyée spéciale à Velthaven"
function isBylineOnly({ tag, text }: Block): boolean {
  const isPlain = !/^(?:h[1-6]|li|tr)$/.test(tag) && !/[.!?…。！？:"”’]$/u.test(text);
  return isPlain && (readByline(text)?.people.length ?? 0) > 0;
}

// "森田由紀 2025年2月11日 14時30分", "Ann Lee, 4 March 2024, 9.05am"
function isNameWithDay(line: string): boolean {
  const dates = line.length <= 80 ? findDates(line) : [];
  if (dates.length === 0) return false;
  let rest = line;
  for (const { start, end } of dates.toReversed()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return isPersonName(cleanName(rest.replace(/\d{1,2}\s?[:.時시](?:\s?\d{2}\s?[分분]?)?\s?(?:[ap]\.?m\.?)?/giu, ' ')));
}
