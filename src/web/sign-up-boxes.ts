import type { Block } from './cut-blocks.ts';
import type { PageElement } from './page-tree.ts';

// What only a form for a newsletter or an account asks its reader to agree to.
const consent =
  /^(?:by (?:signing up|subscribing|submitting|registering|entering your e-?mail|providing your e-?mail|clicking (?:(?:on )?["“‘]?(?:subscribe|sign up|submit|register)))\b.{0,80}\b(?:you|i) (?:agree|accept|consent|confirm|acknowledge|will)\b|(?:i|you) (?:agree|consent) to (?:receive|get|the processing)\b|mit (?:meiner|der|ihrer) (?:anmeldung|registrierung)\b.{0,60}\b(?:stimme|stimmen|willige|akzeptiere)|(?:en (?:vous inscrivant|cliquant sur|validant)|votre adresse e-?mail (?:sera|est))\b|al (?:suscribirte|suscribirse|registrarte|enviar)\b.{0,60}\bacept|ao (?:se inscrever|assinar|cadastrar)\b.{0,60}\b(?:concorda|aceita)|iscrivendoti\b|door je (?:aan te melden|in te schrijven)\b|ved at (?:tilmelde|melde)\b|this site is protected by recaptcha)/iu;
const mostChars = 700;
const mostParts = 8;
// No page has more; a hostile one must not make this slow.
const mostBoxes = 20;

/**
 * The boxes around a consent to a newsletter or an account ("By signing up you agree …"): the largest one that is short
 * and has no more than a few parts; its headings and promises read like the article's own.
 */
export function findSignUpBoxes(blocks: Block[]): Map<Block, string> {
  const found = new Map<Block, string>();
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const consents = blocks.filter((block) => block.text.length <= 400 && consent.test(block.text));
  for (const block of consents.slice(0, mostBoxes)) {
    found.set(block, 'consent to a newsletter');
    for (const part of findBox(block, blocks, total)) found.set(part, 'a box to sign up');
  }
  return found;
}

function findBox(consented: Block, blocks: Block[], total: number): Block[] {
  let box: Block[] = [];
  for (let up: PageElement | null = consented.element.parentNode; up; up = up.parentNode) {
    if (up.localName === 'article' || up.localName === 'main' || up.localName === 'body') break;
    const element: PageElement = up;
    const inside = blocks.filter((block) => isInside(block.element, element));
    const chars = inside.reduce((sum, block) => sum + block.text.length, 0);
    if (inside.length > mostParts || chars > mostChars || chars > total * 0.25) break;
    box = inside;
  }
  return box;
}

function isInside(element: PageElement, box: PageElement): boolean {
  for (let up: PageElement | null = element; up; up = up.parentNode) if (up === box) return true;
  return false;
}
