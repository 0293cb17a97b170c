import { fetchAnswer, type Service } from '../fetch-answer.ts';
import { ROUTES } from '../routes.ts';
import { type Finding, failure, right, wrong } from './probe.ts';

/** The one question that may be declined. */
export async function* checkChanges(service: Service): AsyncGenerator<Finding> {
  const { template } = ROUTES.changes;
  const says = `GET ${template}:`;
  try {
    const now = await fetchAnswer(service, ROUTES.changes, template);
    if (now.kind === 'not-offered') {
      yield right(`${says} not offered, so citizens are promised no news`);
    } else if (now.kind === 'not-found') {
      yield wrong(`${says} answered not-found; must be 200, or 501 {"error":"not-offered"}`);
    } else if (now.value.changes.length > 0) {
      yield wrong(`${says} tells changes without "after"; must tell only where the log stands`);
    } else {
      const after = new URLSearchParams({ after: now.value.cursor });
      const later = await fetchAnswer(service, ROUTES.changes, `${template}?${after}`);
      yield later.kind === 'found'
        ? right(`${says} goes on from its own cursor`)
        : wrong(`${says} answered ${later.kind} to its own cursor`);
    }
  } catch (error) {
    yield failure(error);
  }
}
