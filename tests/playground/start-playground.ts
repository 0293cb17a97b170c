import { serve } from '@hono/node-server';
import {
  createPlayground,
  type Playground,
  type PlaygroundOptions,
} from '../../src/playground/playground.ts';

export const TOKEN = 'demo:token';
export const MARYAM = 9001;
export const REZA = 9002;

export interface RunningPlayground extends Playground {
  address: string;
  /** One call of the Bot API with a JSON body; the parsed answer, whatever it is. */
  call(method: string, parameters?: object): Promise<Answer>;
  stop(): Promise<void>;
}

export interface Answer {
  status: number;
  ok: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: the tests look at whatever came back
  result: any;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number };
}

/** A playground behind a real HTTP server on a free port. */
export async function startPlayground(
  options: Partial<PlaygroundOptions> = {},
): Promise<RunningPlayground> {
  const playground = createPlayground({
    token: TOKEN,
    botUsername: 'pasokh_demo_bot',
    botName: 'پاسخ',
    cityName: 'شهر نمونه',
    citizens: [
      {
        id: MARYAM,
        firstName: 'مریم',
        lastName: 'احمدی',
        mobile: '09120000001',
        tries: 'یک آپارتمان دارد و بدهی نوسازی.',
      },
      { id: REZA, firstName: 'رضا', mobile: '09120000002', tries: 'هیچ سابقه‌ای ندارد.' },
    ],
    places: [{ name: 'میدان مرکزی', latitude: 34.798, longitude: 48.515 }],
    ...options,
  });
  const server = serve({ fetch: playground.app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise<void>((resolve) => server.once('listening', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  const address = `http://127.0.0.1:${bound.port}`;
  return {
    ...playground,
    address,
    async call(method, parameters = {}) {
      const response = await fetch(`${address}/bot${options.token ?? TOKEN}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(parameters),
      });
      return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
    },
    async stop() {
      playground.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
