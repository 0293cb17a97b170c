import { createHash, timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { RecordStore } from '../../src/records/record-store.ts';
import type { ChangeLog } from './change-log.ts';
import type { StaffMember } from './staff.ts';

/** What the service answers from. Yours are queries on the municipality's own database. */
export interface ServiceSource {
  records: RecordStore;
  staff(): Promise<StaffMember[]>;
  /** Leave it out and `/changes` says that it is not offered. */
  changes?: ChangeLog;
}

/**
 * The records service of `docs/records-service.openapi.yaml`, whole. Two things matter most: what is not on
 * record is said by the one documented body, and anything that goes wrong is a 500, never that body.
 */
export function recordsService(source: ServiceSource, token: string): Hono {
  const { records, staff, changes } = source;
  const app = new Hono();

  app.use(async (c, next) => {
    if (!isSame(c.req.header('authorization') ?? '', `Bearer ${token}`)) {
      return c.json({ error: 'unauthorized' }, 401);
    }
    return next();
  });

  app.get('/people/:mobileHash', async (c) => {
    const people = await records.partiesByMobile(c.req.param('mobileHash'));
    return people.length > 0 ? answer(c, { people }) : notFound(c);
  });

  app.get('/properties/:code', async (c) => {
    const property = await records.propertyFile(c.req.param('code'));
    return property ? answer(c, { property }) : notFound(c);
  });

  app.get('/requests/:requestNo', async (c) => {
    const code = await records.codeOfRequest(c.req.param('requestNo'));
    return code ? answer(c, { code }) : notFound(c);
  });

  app.get('/bills/:billId/:paymentId', async (c) => {
    const bill = await records.bill(c.req.param('billId'), c.req.param('paymentId'));
    return bill ? answer(c, { bill }) : notFound(c);
  });

  app.get('/city', async (c) =>
    answer(c, {
      districts: await records.districts(),
      offices: await records.offices(),
      streets: await records.streets(),
      staff: await staff(),
    }),
  );

  app.get('/changes', async (c) => {
    if (!changes) return c.json({ error: 'not-offered' }, 501);
    return answer(c, await changes.after(c.req.query('after') ?? null));
  });

  // A path that is none of the service's is no answer about the records either.
  app.notFound((c) => c.json({ error: 'no-such-path' }, 404));
  app.onError((_, c) => c.json({ error: 'failed' }, 500));

  async function answer(c: Context, what: object): Promise<Response> {
    return c.json({ recordedAt: await records.recordedAt(), ...what });
  }

  return app;
}

function notFound(c: Context): Response {
  return c.json({ error: 'not-found' }, 404);
}

/** Takes as long whatever the difference is, so that no token can be guessed letter by letter. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
