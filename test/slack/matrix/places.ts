import type { Newsroom } from '../support/newsroom.ts';

/** Where something is posted or asked. */
export type Place = {
  name: string;
  /** The first letter of its channel's id, and what events and commands call it. */
  letter: 'C' | 'G' | 'D';
  channelType: 'channel' | 'group' | 'im' | 'mpim' | 'app_home';
  channelName: string;
  kind: 'public' | 'private' | 'dm' | 'group-dm';
  isMember: boolean;
  inThread: boolean;
  /** Shared with another organisation, and whether Byline is switched on there. */
  external?: 'on' | 'off';
  /** What Slack writes on the envelope of an event from there. */
  envelope: Record<string, unknown>;
};

const channel = { letter: 'C', channelType: 'channel', channelName: 'news', kind: 'public', isMember: true } as const;
const direct = { letter: 'D', channelType: 'im', channelName: 'directmessage', kind: 'dm', isMember: true } as const;
const plain = { inThread: false, envelope: {} };
const shared = { is_ext_shared_channel: true, context_team_id: 'T1' };
const ofGrid = { enterprise_id: 'E1', team_id: 'T1', is_enterprise_install: false, user_id: 'UBOT', is_bot: true };
const grid = { enterprise_id: 'E1', context_enterprise_id: 'E1', authorizations: [ofGrid] };

export const places: Place[] = [
  { ...channel, ...plain, name: 'a public channel' },
  {
    ...{ ...channel, ...plain, name: 'a private channel' },
    ...{ letter: 'G', channelType: 'group', channelName: 'privategroup', kind: 'private' },
  },
  {
    ...{ ...channel, ...plain, name: 'a group message' },
    ...{ letter: 'G', channelType: 'mpim', channelName: 'mpdm-ann--bo-1', kind: 'group-dm' },
  },
  { ...direct, ...plain, name: 'a direct message' },
  { ...direct, ...plain, name: 'the agent view', channelType: 'app_home' },
  { ...channel, ...plain, name: 'a thread', inThread: true },
  { ...direct, ...plain, name: 'a thread of a direct message', inThread: true },
  { ...channel, name: 'a channel of an organisation with several workspaces', inThread: false, envelope: grid },
  { ...channel, name: 'an external channel', inThread: false, external: 'off', envelope: shared },
  { ...channel, name: 'an external channel that is switched on', inThread: false, external: 'on', envelope: shared },
  { ...channel, ...plain, name: 'a channel that the bot is not in', isMember: false },
];

/** One way in at one place: a channel of its own, so that many can be tried at once. */
export type Cell = Place & {
  channel: string;
  responseUrl: string;
  /** A trigger id of its own, the same in every delivery. */
  trigger: string;
  /** Whether the bot may read what stands in channels. */
  mayRead: boolean;
  /** Posts a message here as a person does, in the place's thread if it has one; another thread where it is given. */
  say: (text: string, about?: Record<string, unknown>) => ReturnType<Newsroom['fake']['say']>;
  /** Delivers an event from here. */
  event: (event: Record<string, unknown>) => Promise<boolean>;
};

/** Makes a fresh channel at a place. `opening`: who wrote what at the top of its thread. */
export async function openCell(
  place: Place,
  room: Newsroom,
  number: number,
  { opening, mayRead }: { opening: string; mayRead: boolean },
): Promise<Cell> {
  const channel = `${place.letter}${1000 + number}`;
  const { kind, isMember: member, envelope } = place;
  const { fake, store } = room;
  fake.channels.set(channel, { kind, member, archived: false });
  const settings = place.external === 'on' ? { external: true } : null;
  if (settings) await store.saveChannelSettings({ team: 'T1', channel, user: 'U1', now: 1, settings });
  // A bot's post is not read by itself.
  const root = place.inThread ? fake.say(channel, opening, { bot_id: 'B2', user: undefined }) : undefined;
  return {
    ...{ ...place, channel, mayRead, responseUrl: fake.responseUrlOf(channel), trigger: fake.nextTrigger() },
    say: (text, about = {}) => fake.say(channel, text, { ...(root ? { thread_ts: root.ts } : {}), ...about }),
    event: (event) => room.event({ channel, ...event }, envelope),
  };
}
