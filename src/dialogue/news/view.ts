import type { City } from '../../city/city.ts';
import type { Access } from '../../identity/authorisation.ts';
import type { IsoDate } from '../../language/vocabulary.ts';
import type { PropertyFile } from '../../records/record-store.ts';
import { say } from '../../wording/sentence.ts';
import { button } from '../buttons.ts';
import type { Button } from '../turn.ts';

/** The property of an event as it is on record now, and what the subscriber may see of it. */
export interface NewsView {
  file: PropertyFile;
  access: Access;
  city: City;
  today: IsoDate;
}

/** Every piece of news has a way to hear no more of them. */
export function stopButton({ file }: NewsView): Button {
  return button(say('button-stop-news'), { kind: 'stop-news', code: file.code });
}
