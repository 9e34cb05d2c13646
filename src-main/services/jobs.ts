import type { Handlers } from './context';

export const jobs = {
  /** What the job finished before stays; one that is over already is no error. */
  'jobs.cancel': (context, { jobId }) => {
    const job = context.jobs.get(jobId);
    if (job) job.cancelled = true;
    return {};
  },
} satisfies Partial<Handlers>;
