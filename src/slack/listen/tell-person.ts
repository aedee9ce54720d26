import { nameError } from '../library-log.ts';
import type { Mrkdwn } from '../mrkdwn.ts';
import type { Listening } from './listening.ts';
import { sentence } from './press.ts';
import { type Person, showAlone } from './show-alone.ts';

/** Tells one person one sentence that nobody else sees. Never throws; a failure is logged. */
export async function tellPerson(
  person: Person,
  words: Mrkdwn,
  { client, log }: Pick<Listening, 'client' | 'log'>,
): Promise<void> {
  await showAlone(client, person, sentence(words)).catch((error: unknown) => {
    log.warn({ error: nameError(error) }, 'person not told');
  });
}
