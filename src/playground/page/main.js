/**
 * The chat page of the playground. No bundler: the browser loads these files as they are.
 *
 * Tests find its parts by `data-testid`, which stay as they are:
 *
 *   citizen-<id>      a citizen in the list          unread-<id>    the number of messages not read
 *   open-list         opens the list on a phone      header         the bot's name and what it is doing
 *   message           one bubble; data-message-id, data-from (bot | citizen)
 *   day               a day between messages         typing         the bot is writing
 *   inline-button     a button under a message       reply-button   a button below the input
 *   input, send       where the citizen writes       start          the button of an empty chat
 *   attach            opens the menu of attachments  attach-<kind>  photo, document, location, contact,
 *                     other-contact, forward, forward-contact, voice, sticker, block
 *   record            records a voice note; pressed again, sends it
 *   commands          opens the commands             command-<name> one of them
 *   toggle-keyboard   shows or hides reply buttons   edit           edits the citizen's last text
 *   dialog            any question or alert          dialog-ok, dialog-cancel
 *   place-<number>    a place in the location dialog, from 0
 *   phone             what came by SMS               sms, sms-code  one message, the code in it
 *   start-link        a link that says /start to the bot
 *   toast             a short notice                 lost           the server does not answer
 */
import { render } from 'preact';
import { App } from './app.js';
import { html } from './html.js';
import { loadJson, loadState } from './server.js';
import { firstState } from './state.js';
import { useWords } from './words.js';

const [words, loaded] = await Promise.all([loadJson('/playground/assets/words.json'), loadState()]);
useWords(words);
const first = firstState(loaded, Number(location.hash.slice(1)));
render(html`<${App} first=${first} after=${loaded.lastEventId} />`, document.body);
