/** A job to be done, as JSON. `key` is unique for ever: adding one that was there before is no error and does nothing. */
export type NewJob = {
  key: string;
  kind: string;
  /** Workspace, for fairness and limits. */
  team: string;
  /** Where it comes from; what is deleted with a channel. */
  channel?: string;
  /** Thread the job works in. */
  thread: string;
  payload: unknown;
};

export type Job = NewJob & { id: string; attempts: number };

/** One claim of a job. What is stored under it is stored only while it stands: not once the job was deleted or went to another. */
export type Claim = { jobId: string; owner: string };

/** The queue's durable side; store/ makes it, jobs/ runs on it. Times are epoch milliseconds. */
export type JobStore = {
  /** One transaction: the inbox row and its jobs. False where this event was received before, or its workspace took Byline out. `claim`: of the job that found it. */
  receive(event: { key: string; team: string; receivedAt: number }, jobs: NewJob[], claim?: Claim): Promise<boolean>;
  /** Whether an event of this key was received. */
  wasReceived(key: string): Promise<boolean>;
  /** The key can be taken again; nothing where the job does not hold its claim. */
  forgetEvent(key: string, claim: Claim): Promise<void>;
  /**
   * Claims the next due job: pending and due, or running with an expired lease. Counts the attempt. Workspaces take turns, at
   * most `perTeam` jobs of one run at a time; a thread's jobs run one at a time in the order they came. `owner` is new for
   * every claim, so that a claim whose lease went to another can write nothing any more. With `takeExpired` false only pending
   * jobs are claimed. `team`: only jobs of this workspace.
   */
  claimJob(claim: {
    team?: string;
    owner: string;
    now: number;
    leaseMs: number;
    perTeam?: number;
    takeExpired?: boolean;
  }): Promise<Job | undefined>;
  /** False where the lease is lost and the work must stop. */
  renewLease(lease: { jobId: string; owner: string; until: number }): Promise<boolean>;
  /** A finished step's result, as JSON. */
  readStep(jobId: string, name: string): Promise<{ result: unknown } | undefined>;
  /** False where the lease is lost: nothing is stored. */
  saveStep(step: { jobId: string; owner: string; name: string; result: unknown }): Promise<boolean>;
  /** Records durably that a step is about to have an effect outside; tells whether an earlier try recorded it before. */
  beginStep(step: { jobId: string; owner: string; name: string }): Promise<'begun' | 'begun-before' | 'lease-lost'>;
  /** Ended, key kept. Done: steps and payload deleted. Failed: both stay for an operator to try again, until retention takes them. */
  finishJob(end: {
    jobId: string;
    owner: string;
    status: 'done' | 'failed';
    errorCode: string | null;
    now: number;
  }): Promise<boolean>;
  /** Back to pending, due at `runAt`; `isUncounted`: as if this try had not been made. */
  delayJob(delay: {
    jobId: string;
    owner: string;
    runAt: number;
    errorCode: string | null;
    isUncounted?: boolean;
  }): Promise<boolean>;
  /** Epoch ms at which the next job can be claimed, if any; jobs that wait for an earlier one of their thread do not count. */
  nextRunAt(team?: string): Promise<number | undefined>;
  /** Jobs of this thread that have not ended, besides `exceptJobId`, of one kind. */
  hasOpenJob(thread: string, kind: string, exceptJobId: string): Promise<boolean>;
  /** Makes waiting jobs due at once: after the clock was put back, since their times are of a clock that no longer is. */
  hurryJobs(now: number): Promise<void>;
  /** At start, with the file locked to this process: running jobs of dead processes become pending. Returns how many. */
  recoverJobs(now: number): Promise<number>;
};

/** One job's run: steps whose results survive a crash. A name that begins with `!` is the worker's own. */
export type Run = {
  jobId: string;
  key: string;
  claim: Claim;
  signal: AbortSignal;
  /** Runs `work` unless an earlier try of this job finished it; its result (JSON) is stored before it is given back. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** What an earlier try, or this one, kept under this name; undefined where nothing. */
  recall(name: string): Promise<{ result: unknown } | undefined>;
  /** Stores a result as a step does. With SQLite it is stored when this returns, unless another write is under way. */
  keep(name: string, result: unknown): Promise<void>;
  /** True where a step of this name was begun by an earlier try. Marks it begun, durably, otherwise. */
  beginOnce(name: string): Promise<boolean>;
  /**
   * Records when something is sent that cannot be taken back, just before it is: also whoever stood still since the job was claimed,
   * a process or its connection, then learns that another may have it by now.
   *
   * @param settleMs  how long what an earlier try sent may be on its way
   * @throws RetryLater where that time is not over: until then nobody can tell whether it has arrived
   */
  beginSend(name: string, settleMs: number): Promise<void>;
  /** What was sent last under this name has certainly not arrived. */
  endSend(name: string): Promise<void>;
};

type LogLine = (fields: Record<string, unknown>, event: string) => void;

/** A fixed event name plus fields; never article text, post text, a whole URL or a secret. pino satisfies it. */
export type Log = { debug: LogLine; info: LogLine; warn: LogLine; error: LogLine };
