import { getRequestListener } from '@hono/node-server';
import type { Database } from '../../../src/database/database.ts';
import { type Behaviour, misbehavingService } from './misbehaving-service.ts';
import { exampleService } from './serve-records.ts';

/** The example service, which does as a fault says while there is one. */
export interface FaultyService {
  url: string;
  fault: Behaviour | null;
  /** Answers as if there were none, for faults of one path only. */
  pass: Behaviour;
  close(): Promise<void>;
}

export async function faultyService<Schema>(database: Database<Schema>): Promise<FaultyService> {
  const server = await misbehavingService();
  const listener = getRequestListener(exampleService(database).fetch);
  const pass: Behaviour = (response, request) => void listener(request, response);
  const faulty: FaultyService = { url: server.url, fault: null, pass, close: server.close };
  server.does = (response, request) => (faulty.fault ?? pass)(response, request);
  return faulty;
}
