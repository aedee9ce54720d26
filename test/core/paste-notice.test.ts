// What a person copies where a page showed no article. Every text is made.
import { describe, expect, it } from 'vitest';
import { readPaste } from '../../src/core/paste.ts';

const notices: [why: string, paste: string][] = [
  ['error-page', '404\nPage not found\nThe page you were looking for has moved, or you may have mistyped its address.'],
  [
    'error-page',
    'Seite nicht gefunden\nDie von Ihnen gewünschte Seite ist leider nicht mehr vorhanden. Bitte nutzen Sie unsere Suche oder die Startseite.',
  ],
  [
    'error-page',
    'Page introuvable\nLa page que vous cherchez n’existe plus. Revenez à notre page d’accueil ou utilisez la recherche.',
  ],
  [
    'paywall',
    'Sign in to your account\nEmail address\nPassword\nForgotten it? We can send you a link with which you choose a new one, or you can open an account in a minute.',
  ],
  [
    'needs-script',
    'You need to enable JavaScript to use this site. Please enable JavaScript in your browser and load the page again to go on.',
  ],
  [
    'consent',
    'We value your privacy. We and our 214 partners store and access information on your device, such as cookies, to show you personalised ads.',
  ],
  [
    'consent',
    'Wir schätzen Ihre Privatsphäre\nWir und unsere 214 Partner speichern Informationen auf einem Gerät, etwa Cookies, und verarbeiten Ihre Daten. Sie können Ihre Einwilligung jederzeit widerrufen.\nAlle akzeptieren',
  ],
  [
    'bot-check',
    'courier.example\nVerifying you are human. This may take a few seconds.\ncourier.example needs to review the security of your connection before proceeding.',
  ],
  [
    'bot-check',
    'Sorry, you have been blocked\nThis website uses a service to protect itself from attacks. What you just did has triggered it. You can write to its owner to let them know.',
  ],
  [
    'home-page',
    'Old bridge to close for a year\nTunnel queues reach two miles\nFerry to return after a decade\nBus fares to rise in July\nRail strike called off\nWoman, 90, swims across harbour\nRovers go top after fifth win',
  ],
];

describe('a notice in place of an article is refused as what it is', () => {
  it.each(notices)('%s: %s', (why, paste) => {
    expect(readPaste(paste)).toMatchObject({ kind: 'refusal', why });
  });
});

describe('an article about such notices is read', () => {
  it.each([
    'Page not found, say half of all council links\n\nHalf of the links on the websites of 40 councils lead to an error, a survey has found. “Page not found” was what readers saw most often, the auditors said on Tuesday.',
    'Thieves hide behind “verify you are human” boxes\n\nThieves have used false checks for robots to take over 4,000 computers, police said on Friday. “Verifying you are human,” the box said, and asked its victims to press three keys.',
    'Cookie banners must go, court rules\n\nA court in Velthaven ruled on Monday that banners with the words “We value your privacy” broke the law. The publisher had stored cookies on devices before its readers had answered, the judges said.',
    'The sign-in page of the tax office was down for nine hours on Thursday, and 30,000 people could not file their returns. The ministry said that a password server had failed and that nobody would be fined.',
    'Ferry closed for maintenance\n\nThe harbour ferry will be closed for maintenance from Monday, the county said. It carried 900 people a day last summer.',
    'Rescuers could not find the two fishermen who went missing off Velthaven on Friday. The search was called off at dusk, the coastguard said.',
  ])('%s', (paste) => {
    expect(readPaste(paste)).toMatchObject({ kind: 'article' });
  });
});

it('three amounts and an oven are a recipe', () => {
  const paste =
    'Plum cake\n\n150 g flour\n80 g butter\n2 eggs\n\nBeat the butter and the eggs, add the flour and bake for forty minutes in a hot oven.';
  expect(readPaste(paste)).toMatchObject({ kind: 'refusal', why: 'not-text' });
});
