import type { ModalView } from '@slack/types';
import type { Article } from '../core/article.ts';
import type { Brief } from '../core/brief.ts';
import { countOf } from '../core/frames/english.ts';
import { frameOf } from '../core/frames/frame-of.ts';
import type { Report } from '../core/reports.ts';
import { type Block, context, type Message, plainSection, section, textLength } from './blocks.ts';
import { cutText, limits } from './limits.ts';
import { cleanText, type Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { renderTitle } from './render-brief.ts';
import { fullEvidence, renderClaim } from './render-evidence.ts';
import { wordFacts } from './wording.ts';

/** More of a brief, opened by a button: a headline, its parts in order, and what its parts are called when they are counted. */
export type MoreOfBrief = { title: string; headline: Mrkdwn; parts: Block[]; partName: string };

/** Every claim of the brief with its evidence, and with what was reported of it. */
export function listAllClaims({ article, claims, drafter }: Brief, reports: Report[] = []): MoreOfBrief {
  const frame = frameOf(drafter);
  return {
    title: 'All claims',
    headline: renderTitle(article),
    parts: claims.map((claim, at) => section(renderClaim(claim, at + 1, article, fullEvidence, reports, frame))),
    partName: 'claim',
  };
}

/** The text that was read, paragraph by paragraph, with nothing in it as formatting. */
export function listReadText(article: Article, now: number): MoreOfBrief {
  return {
    title: 'What I read',
    headline: mrkdwn`${renderTitle(article)}\n${wordFacts(article, now)}`,
    parts: packParagraphs(article.text).map(plainSection),
    partName: 'part',
  };
}

/** The parts in a modal; what does not fit is counted in its last line. */
export function toModal({ title, headline, parts, partName }: MoreOfBrief): ModalView {
  const fits = (blocks: Block[]) =>
    blocks.length <= limits.blocksPerModal - 1 && byteLength(blocks) <= limits.modalBytes;
  return {
    type: 'modal',
    title: { type: 'plain_text', text: cutText(title, limits.modalTitle), emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: takeWhatFits(headline, parts, partName, fits),
  };
}

/** The same parts as a message, for where no modal can be opened; what does not fit is counted in its last line. */
export function toMessage({ title, headline, parts, partName }: MoreOfBrief): Message {
  const fits = (blocks: Block[]) =>
    blocks.length <= limits.blocksPerMessage - 1 && textLength(blocks) <= limits.messageBlocks - 200;
  return {
    text: mrkdwn`${title}: ${headline}`.mrkdwn,
    blocks: takeWhatFits(headline, parts, partName, fits),
  };
}

function takeWhatFits(headline: Mrkdwn, parts: Block[], partName: string, fits: (blocks: Block[]) => boolean): Block[] {
  const blocks: Block[] = [section(headline)];
  for (const [at, part] of parts.entries()) {
    if (!fits([...blocks, part])) {
      const left = parts.length - at;
      return [...blocks, context(mrkdwn`${countOf(left, `more ${partName}`)} not shown here.`)];
    }
    blocks.push(part);
  }
  return blocks;
}

function byteLength(blocks: Block[]): number {
  return Buffer.byteLength(JSON.stringify(blocks));
}

// As many whole paragraphs to a section as it holds; a longer paragraph goes on in the next section.
function packParagraphs(text: string): string[] {
  const sections: string[] = [];
  for (const paragraph of text.split(/\n{2,}/)) {
    let rest = paragraph.split('\n').map(cleanText).join('\n').trim();
    while (rest) {
      const last = sections.at(-1);
      const joined = last === undefined ? rest : `${last}\n\n${rest}`;
      if (joined.length <= limits.section) {
        if (last !== undefined) sections.pop();
        sections.push(joined);
        break;
      }
      if (rest.length <= limits.section) {
        sections.push(rest);
        break;
      }
      const piece = takePiece(rest);
      sections.push(piece);
      rest = rest.slice(piece.length).trimStart();
    }
  }
  return sections;
}

// A piece of a section's length that ends at a word's end where there is one, and never inside a character.
function takePiece(text: string): string {
  const end = limits.section;
  const wordEnd = text.lastIndexOf(' ', end);
  if (wordEnd > end * 0.6) return text.slice(0, wordEnd);
  const cut = text.slice(0, end);
  return cut.isWellFormed() ? cut : text.slice(0, end - 1);
}
