import type { Refusal } from '../core/article.ts';
import { refuse } from './fetch-refusals.ts';

const askForArticle = 'Post the link of the article itself.';
/** The refusals of pages that were read and hold no article, by what was seen. */
export const pageRefusals = {
  paywall: refuse('paywall', 'The page shows only an offer to subscribe, not the article.'),
  login: refuse('paywall', 'The page asks its readers to log in, so I saw no article.'),
  consent: refuse('consent', 'The page shows a cookie or privacy notice instead of the article.'),
  'bot-check': refuse('bot-check', 'The site asks for proof that its reader is human, so I saw no article.'),
  blocked: refuse('bot-check', 'The site refused to show this page to a program like me.'),
  'home-page': refuse('home-page', 'This is a front page or a list of headlines, not one article.', askForArticle),
  'same-name': refuse('home-page', 'This page lists the things that share one name, not one article.', askForArticle),
  'error-page': refuse(
    'error-page',
    'The site shows an error page instead of the article.',
    'Check the link, or paste the article’s text here.',
  ),
  elsewhere: refuse('error-page', 'The site does not show this page in the part of the world where I read it.'),
  parked: refuse(
    'error-page',
    'The site shows no articles any more: its address is for sale or not in use.',
    'Check the link, or paste the article’s text here.',
  ),
  'needs-script': refuse('needs-script', 'The page builds its text with scripts, which I do not run.'),
  'ad-blocker': refuse('needs-script', 'The page asks its readers to turn off an ad blocker, so I saw no article.'),
  video: refuse('too-short', 'The page shows a video and hardly any text to read.'),
  sound: refuse('too-short', 'The page plays a recording and holds hardly any text to read.'),
  pictures: refuse('too-short', 'The page shows pictures and hardly any text to read.'),
  'too-short': refuse('too-short', 'I found too little text on this page for an article.'),
} satisfies Record<string, Refusal>;

/** What a page shows in place of an article. */
export type Seen = keyof typeof pageRefusals;
