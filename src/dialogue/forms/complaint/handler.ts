import { tellsWhatHappened } from '../../../understanding/complaint-words.ts';
import { say } from '../../../wording/sentence.ts';
import type { Exchange } from '../../exchange.ts';
import type { Input, Reply } from '../../turn.ts';
import type { SmallFormHandler } from '../small-form.ts';
import { advanceComplaint } from './advance.ts';
import type { ComplaintForm } from './complaint-form.ts';
import { addText, textInComplaint } from './text.ts';

export const complaintHandler: SmallFormHandler<ComplaintForm> = {
  text: textInComplaint,
  other: otherInComplaint,
  advance: advanceComplaint,
};

/** One picture and one place may go with a complaint; a later one takes the place of an earlier one. */
async function otherInComplaint(
  exchange: Exchange,
  form: ComplaintForm,
  input: Input,
): Promise<Reply[] | null> {
  switch (input.kind) {
    case 'photo': {
      const first = form.photo ? say('complaint-photo-changed') : say('complaint-photo-kept');
      form.photo = input.fileId;
      if (input.caption && tellsWhatHappened(input.caption)) addText(form, input.caption);
      return advanceComplaint(exchange, form, [first]);
    }
    case 'location':
      form.location = { lat: input.lat, lon: input.lon };
      return advanceComplaint(exchange, form, [say('complaint-place-kept')]);
    default:
      return null;
  }
}
