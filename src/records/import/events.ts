import type { FileName } from './file-spec.ts';
import { type AnyDatabase, execute, STAGING } from './staging.ts';

/** Which files were loaded in an earlier run: the first load of a table is news to nobody. */
export type LoadedBefore = ReadonlySet<FileName>;

export interface EventWork {
  db: AnyDatabase;
  importId: number;
  at: Date;
  loadedBefore: LoadedBefore;
  /** The files of this run. */
  staged: ReadonlySet<FileName>;
}

/**
 * Notes what subscribers will be told of. It is asked twice in the run's transaction: `before` the tables
 * change, and `after`, since a request's stage may come from its last step.
 */
export async function noteBefore(work: EventWork): Promise<number> {
  let events = 0;
  if (tells(work, 'bills')) events += await noteBills(work);
  if (tells(work, 'certificates')) events += await noteCertificates(work);
  await noteRequestsBefore(work);
  return events;
}

export async function noteAfter(work: EventWork): Promise<number> {
  const stage = effectiveStage(work);
  return insertEvents(
    work,
    `select 'request', array[r.request_no], r.code,
       case when t.status is not null then jsonb_build_object('status', t.status, 'stage', t.stage) end,
       jsonb_build_object('service', r.service, 'status', r.status, 'stage', ${stage})
     from ${STAGING}.touched_requests t join records.requests r on r.request_no = t.request_no
     where (t.status, t.stage) is distinct from (r.status, ${stage})
     order by r.request_no`,
  );
}

function tells({ loadedBefore, staged }: EventWork, file: FileName): boolean {
  return staged.has(file) && loadedBefore.has(file);
}

function noteBills(work: EventWork): Promise<number> {
  const facts = (alias: string) =>
    `jsonb_build_object('account', ${alias}.account, 'amountRials', ${alias}.amount_rials, 'status', ${alias}.status)`;
  return insertEvents(
    work,
    `select 'bill', array[s.bill_id, s.payment_id], s.code,
       case when r.bill_id is not null then ${facts('r')} end, ${facts('s')}
     from ${STAGING}.bills s left join records.bills r
       on r.bill_id = s.bill_id and r.payment_id = s.payment_id
     where s.change = 'new' or (s.change = 'changed' and s.status <> r.status)
     order by s.line`,
  );
}

function noteCertificates(work: EventWork): Promise<number> {
  const facts = (alias: string) =>
    `jsonb_build_object('status', ${alias}.status, 'validUntil', ${alias}.valid_until)`;
  return insertEvents(
    work,
    `select 'certificate', array[s.kind, s.number], s.code,
       case when r.code is not null then ${facts('r')} end, ${facts('s')}
     from ${STAGING}.certificates s left join records.certificates r
       on r.code = s.code and r.kind = s.kind and r.number = s.number
     where s.change = 'new' or (s.change = 'changed'
       and (s.status, s.valid_until) is distinct from (r.status, r.valid_until))
     order by s.line`,
  );
}

/** The requests this run touches, themselves or by a step, as they stand before it. */
async function noteRequestsBefore(work: EventWork): Promise<void> {
  const { db } = work;
  const touched: string[] = [];
  if (tells(work, 'requests')) {
    touched.push(`select request_no from ${STAGING}.requests where change in ('new', 'changed')`);
  }
  if (tells(work, 'request-steps') && work.loadedBefore.has('requests')) {
    touched.push(
      `select request_no from ${STAGING}.request_steps where change in ('new', 'changed')`,
      `select request_no from ${STAGING}.request_steps_gone`,
    );
  }
  await execute(
    db,
    `create unlogged table ${STAGING}.touched_requests (request_no text collate "C" primary key, status text, stage text)`,
  );
  if (touched.length === 0) return;
  await execute(
    db,
    `insert into ${STAGING}.touched_requests
     select t.request_no, r.status, case when r.request_no is not null then ${effectiveStage(work)} end
     from (${touched.join(' union ')}) t left join records.requests r on r.request_no = t.request_no`,
  );
}

/** The stage on record or else that of the last step; steps that have never been loaded would all be news. */
function effectiveStage({ loadedBefore }: EventWork): string {
  if (!loadedBefore.has('request-steps')) return 'r.stage';
  return `coalesce(r.stage, (select s.stage from records.request_steps s
    where s.request_no = r.request_no order by s.seq desc limit 1))`;
}

async function insertEvents(work: EventWork, select: string): Promise<number> {
  const { changed } = await execute(
    work.db,
    `insert into records.events (import_id, kind, object_key, code, before, after, at)
     select $1::bigint, e.*, $2::timestamptz from (${select}) e (kind, object_key, code, before, after)`,
    [work.importId, work.at],
  );
  return changed;
}
