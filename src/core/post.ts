/** Where a post stands. `threadTs` is set where it is a reply in a thread. */
export type Place = {
  team: string;
  channel: string;
  threadTs: string | null;
  kind: 'public' | 'private' | 'dm' | 'group-dm';
  /** Shared with another organisation (Slack Connect); null where Slack did not say, as of commands and buttons. */
  isExternal: boolean | null;
};

/** A file that a person shared and that may hold an article: text, a text snippet, HTML or PDF. */
export type PostFile = {
  /** Slack's id of the file. */
  id: string;
  name: string;
  /** As Slack says, without parameters. */
  mimeType: string;
  /** Null where Slack does not say. */
  sizeBytes: number | null;
  /** On a host of Slack's, to be asked for with the bot's token. */
  url: string;
};

/** What a person wrote in Slack, translated once at the edge. */
export type Post = {
  /**
   * Unique and the same for every delivery: `team:channel:ts`, for a command its trigger id, for a button the
   * message and its link, for an edit its time and the links that are new.
   */
  key: string;
  place: Place;
  /** The message's own timestamp; for a button under a reply the post's that the reply answers; null for a command, which leaves no message. */
  ts: string | null;
  user: string;
  /** The bot was asked: a mention, a command, a button or a direct message. Only then may it say no. */
  asked: boolean;
  /** Plain text as a person sees it: unescaped, without mentions of the bot; a link as its label, or its URL where it has none. */
  text: string;
  /** URLs in reading order, raw and unescaped. */
  links: string[];
  /** At most three, each once. */
  files: PostFile[];
  /** Where to answer where the bot is not in the channel; commands, buttons and shortcuts only. */
  responseUrl: string | null;
  /** A command's: `user` was told at once that it is being read, and what is said at `responseUrl` can take that sentence's place. */
  hasSign?: boolean;
  /** Only `user` is to see the reply. Left out: everybody in the channel. */
  isPrivate?: boolean;
  /**
   * Asked about a message that stood there before, so `key` is of the asking: the message that `ts` names (a reaction), the channel's
   * last message with a link, or, given, this one, which may have been briefed.
   */
  lookUp?: 'message' | 'last' | 'given';
  /** The same once that is settled: `key` is the message's, `user` who asked. */
  isAskedLater?: boolean;
  /** From the mention's event alone, which has no files; the message's own event follows where the bot may read the channel. */
  isMentionOnly?: boolean;
};

/** A message, as far as it can be briefed, found where it stands. */
export type FoundPost = Pick<Post, 'place' | 'ts' | 'text' | 'links' | 'files'>;

/** A message that its author or an administrator deleted. `threadTs` is set where it was a reply in a thread. */
export type Deletion = { team: string; channel: string; ts: string; threadTs: string | null };

/** An edit that took links out of a message. `editTs` tells edits of the same message apart. */
export type LinkRemoval = Deletion & { links: string[]; editTs: string };
