import type { Update } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { type Arrival, readUpdate } from '../../src/bot/read-update.ts';
import type { Input } from '../../src/dialogue/turn.ts';
import { person, privateMessage } from '../helpers/bot-api-server.ts';

const SELF = { id: 99, username: 'Pasokh_Bot' };
const CITIZEN = 42;
const GROUP = { id: -7, type: 'supergroup' as const, title: 'neighbours' };
const FORWARDED = { forward_origin: { type: 'hidden_user', sender_user_name: 'x', date: 1 } };
const BY_A_BOT = { via_bot: { id: 5, is_bot: true, first_name: 'gif' } };
const IN_ANOTHERS_NAME = { sender_chat: { id: -9, type: 'channel', title: 'x' } };

function arrival(update: object): Arrival {
  return readUpdate({ update_id: 1, ...update } as Update, SELF);
}

function inputOf(content: object, kind = 'message'): Input | null {
  const read = arrival({ [kind]: privateMessage(CITIZEN, content) });
  return read.kind === 'citizen' ? read.input : null;
}

function contact(owner: number | undefined, more: object = {}) {
  const phone = { phone_number: '+989120000000', first_name: 'x' };
  return { contact: owner === undefined ? phone : { ...phone, user_id: owner }, ...more };
}

describe('a contact', () => {
  test("is the sender's own when the messenger says it is the sender's", () => {
    expect(inputOf(contact(CITIZEN))).toEqual({
      kind: 'contact',
      own: true,
      phone: '+989120000000',
    });
  });

  test.each([
    ['of somebody else', contact(43)],
    ['of nobody the messenger knows', contact(undefined)],
    ['forwarded', contact(CITIZEN, FORWARDED)],
    ['sent through another bot', contact(CITIZEN, BY_A_BOT)],
    ['sent in the name of a channel', contact(CITIZEN, IN_ANOTHERS_NAME)],
  ])('%s is never own', (_, content) => {
    expect(inputOf(content)).toMatchObject({ kind: 'contact', own: false });
  });

  test('edited is never own', () => {
    expect(inputOf(contact(CITIZEN), 'edited_message')).toMatchObject({ own: false });
  });
});

describe('a message', () => {
  test.each<[string, object, Input | null]>([
    ['text', { text: ' بدهی ' }, { kind: 'text', text: ' بدهی ' }],
    ['a command', { text: '/start' }, { kind: 'command', name: 'start', payload: '' }],
    [
      'a command with a payload and the name of the bot',
      { text: '/Start@pasokh_bot  v_1-2 ' },
      { kind: 'command', name: 'start', payload: 'v_1-2' },
    ],
    ['a slash before other words', { text: '/بدهی' }, { kind: 'text', text: '/بدهی' }],
    ['a code after a slash', { text: '/3-11-2' }, { kind: 'text', text: '/3-11-2' }],
    [
      'a place',
      { location: { latitude: 34.8, longitude: 48.5 } },
      { kind: 'location', lat: 34.8, lon: 48.5 },
    ],
    [
      'a venue',
      { venue: { title: 'x' }, location: { latitude: 1, longitude: 2 } },
      { kind: 'location', lat: 1, lon: 2 },
    ],
    [
      'a voice note',
      { voice: { file_id: 'v', duration: 3, file_size: 9_000, mime_type: 'audio/ogg' } },
      { kind: 'voice', fileId: 'v', seconds: 3, bytes: 9_000, type: 'audio/ogg' },
    ],
    [
      'a voice note of which little is known',
      { voice: { file_id: 'v', duration: 3 } },
      { kind: 'voice', fileId: 'v', seconds: 3, bytes: null, type: null },
    ],
    [
      'a photo, of which the largest size counts',
      { photo: [{ file_id: 'small' }, { file_id: 'large' }] },
      { kind: 'photo', fileId: 'large' },
    ],
    [
      'a photo with words',
      { photo: [{ file_id: 'x' }], caption: 'debt' },
      { kind: 'photo', fileId: 'x', caption: 'debt' },
    ],
    ['a forwarded photo', { photo: [{ file_id: 'x' }], ...FORWARDED }, { kind: 'relayed' }],
    ['a sticker', { sticker: {} }, { kind: 'attachment' }],
    ['a moving photo', { live_photo: {} }, { kind: 'attachment' }],
    ['a text with layout', { rich_message: {} }, { kind: 'attachment' }],
    ['forwarded text', { text: 'x', ...FORWARDED }, { kind: 'relayed' }],
    ['text through another bot', { text: 'x', ...BY_A_BOT }, { kind: 'relayed' }],
    [
      'a forwarded place',
      { location: { latitude: 1, longitude: 2 }, ...FORWARDED },
      { kind: 'relayed' },
    ],
    ['a note of the messenger', { pinned_message: {} }, null],
  ])('that is %s is read as such', (_, content, input) => {
    expect(inputOf(content)).toEqual(input);
  });

  test('that was edited is read anew', () => {
    expect(inputOf({ text: '3-11' }, 'edited_message')).toEqual({ kind: 'edited', text: '3-11' });
  });

  test('of a live location that moves is left alone', () => {
    const moved = { location: { latitude: 1, longitude: 2 } };
    expect(inputOf(moved, 'edited_message')).toBeNull();
  });

  test('names account and chat', () => {
    expect(arrival({ message: privateMessage(CITIZEN, { text: 'x' }) })).toMatchObject({
      citizenId: 'telegram:42',
      chatId: 42,
    });
  });
});

describe('a press', () => {
  const press = (message: object | undefined, data: string | undefined) =>
    arrival({
      callback_query: { id: 'q', from: person(CITIZEN), chat_instance: '1', message, data },
    });

  test('under a private message is the action of its button', () => {
    expect(press(privateMessage(CITIZEN, {}), 'debt')).toMatchObject({
      kind: 'citizen',
      input: { kind: 'press', action: 'debt' },
      press: { id: 'q' },
    });
  });

  test('under a message too old to be shown counts all the same', () => {
    const old = { chat: { id: CITIZEN, type: 'private' }, message_id: 5, date: 0 };
    expect(press(old, 'debt')).toMatchObject({ kind: 'citizen' });
  });

  test('and a message of one person stand in one line', () => {
    const message = arrival({ message: privateMessage(CITIZEN, { text: 'x' }) });
    expect(press(privateMessage(CITIZEN, {}), 'debt').line).toBe(message.line);
  });

  test.each([
    ["under another's message", privateMessage(43, {}), 'debt'],
    ['in a group', { ...privateMessage(CITIZEN, {}), chat: GROUP }, 'debt'],
    ['under no message of ours', undefined, 'debt'],
    ['of a game', privateMessage(CITIZEN, {}), undefined],
  ])('%s is answered and does nothing', (_, message, data) => {
    expect(press(message, data)).toMatchObject({ kind: 'stray-press', press: { id: 'q' } });
  });
});

describe('in a group', () => {
  const inGroup = (content: object, kind = 'message') =>
    arrival({ [kind]: { ...privateMessage(CITIZEN, content), chat: GROUP } }).kind;

  test.each([
    ['a command', { text: '/debt' }],
    ['a command to the bot by name', { text: '/debt@pasokh_bot' }],
    ['the name of the bot', { text: 'hey @PASOKH_BOT my debt' }],
    ['an answer to the bot', { text: 'why', reply_to_message: { from: { id: 99 } } }],
  ])('%s is heard', (_, content) => {
    expect(inGroup(content)).toBe('group');
  });

  test.each([
    ['talk', { text: 'my debt' }],
    ['a command to another bot', { text: '/debt@other_bot' }],
    ['a contact', contact(CITIZEN)],
  ])('%s is not for us', (_, content) => {
    expect(inGroup(content)).toBe('nothing');
  });

  test('an edited message is not for us', () => {
    expect(inGroup({ text: '/debt' }, 'edited_message')).toBe('nothing');
  });
});

test('a citizen who blocks the bot is noticed', () => {
  const change = (status: string) => ({
    my_chat_member: {
      chat: { id: CITIZEN, type: 'private' },
      from: person(CITIZEN),
      new_chat_member: { status },
    },
  });
  expect(arrival(change('kicked'))).toMatchObject({ kind: 'blocked', chatId: CITIZEN });
  expect(arrival(change('member')).kind).toBe('nothing');
});

test.each([
  [
    'another bot',
    { message: { ...privateMessage(CITIZEN, { text: 'x' }), from: { id: 5, is_bot: true } } },
  ],
  ['nobody', { message: { ...privateMessage(CITIZEN, { text: 'x' }), from: undefined } }],
  ['a kind we never asked for', { poll: { id: '1' } }],
])('what comes from %s is left alone', (_, update) => {
  expect(arrival(update).kind).toBe('nothing');
});
