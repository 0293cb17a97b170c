import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';

const ROOT = new URL('../..', import.meta.url);

function startMatch() {
  return spawn('npm', ['run', '--silent', 'match'], { cwd: ROOT, stdio: 'pipe' });
}

async function match(input: string): Promise<{ lines: string[]; status: number; errors: string }> {
  const child = startMatch();
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  child.stdin.end(input);
  const [status] = await once(child, 'close');
  return { lines: output.split('\n').slice(0, -1), status, errors };
}

describe('npm run --silent match', () => {
  test('writes one JSON object a line, with the slots that were told and no others', async () => {
    const { lines, status, errors } = await match(
      'سلام بدهی پسماند خونه چقدره\nمدارک پایان کار\r\nبدهی ۳-۱۱-۲۴۵-۷\nخلافی\n',
    );
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    const [debt, papers, code, asked] = lines.map((line) => JSON.parse(line));
    expect(debt).toEqual({
      text: 'سلام بدهی پسماند خونه چقدره',
      intent: 'debt',
      confidence: expect.any(Number),
      account: 'waste',
      entities: [],
      decision: 'answer',
      choices: expect.arrayContaining(['debt']),
    });
    expect(papers).toMatchObject({
      text: 'مدارک پایان کار',
      intent: 'requirements',
      service: 'completion',
    });
    expect(code.entities).toEqual([
      { type: 'nosazi', text: '۳-۱۱-۲۴۵-۷', value: '3-11-245-7-0-0-0' },
    ]);
    expect(asked.decision).toBe('ask');
    expect(asked).not.toHaveProperty('service');
  });

  test('answers every line, blank ones and one without an end too', async () => {
    const { lines } = await match('\n   \nسلام\u2028دوم\nآخر');
    expect(lines.map((line) => JSON.parse(line).text)).toEqual(['', '   ', 'سلام\u2028دوم', 'آخر']);
    expect((await match('')).lines).toEqual([]);
  });

  test('answers a line as soon as it has come', async () => {
    const child = startMatch();
    child.stdin.write('بدهی ملکم چقدره\n');
    const [first] = await once(child.stdout, 'data');
    expect(JSON.parse(String(first)).intent).toBe('debt');
    child.stdin.end();
    expect((await once(child, 'close'))[0]).toBe(0);
  });

  test('ends quietly when nobody reads on', async () => {
    const child = startMatch();
    let errors = '';
    child.stderr.on('data', (text) => {
      errors += text;
    });
    // Written to after it has ended, as `yes | … | head -1` does.
    child.stdin.on('error', () => {});
    child.stdin.write('سلام\n'.repeat(2_000));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.end('سلام\n'.repeat(20_000));
    await once(child, 'close');
    expect(errors).toBe('');
  });
});
