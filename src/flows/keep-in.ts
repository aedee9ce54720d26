import type { KeepAnswer, Run } from '../ports.ts';

/** Keeps a model's answers as steps of a job: they go with it when it is done. */
export function keepIn(run: Run): KeepAnswer {
  return (request, ask) => run.step(`asked-${request}`, ask);
}
