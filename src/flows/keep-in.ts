import type { KeepAnswer, Run } from '../ports.ts';

/** Keeps a model's answers as steps of a job: they go with it when it is done. */
export function keepIn(run: Run): KeepAnswer {
  return {
    async find(request) {
      const kept = await run.recall(`asked-${request}`);
      return typeof kept?.result === 'string' ? kept.result : undefined;
    },
    keep: (request, answer) => run.keep(`asked-${request}`, answer),
  };
}
