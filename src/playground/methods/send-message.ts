import { readFormattedText } from '../bot-api/check-text.ts';
import { optional, required } from '../bot-api/fields.ts';
import { method } from './method.ts';
import { SENDING, type Sending, send } from './outgoing.ts';

interface SendMessage extends Sending {
  text: string;
  parse_mode?: string;
}

export const sendMessage = method<SendMessage>(
  {
    ...SENDING,
    text: required('String'),
    parse_mode: optional('String'),
    link_preview_options: optional('LinkPreviewOptions'),
  },
  (world, { text: written, parse_mode, ...sending }) => {
    const { text, entities } = readFormattedText(written, parse_mode, { what: 'text', max: 4096 });
    return send(world, sending, entities.length > 0 ? { text, entities } : { text });
  },
);
