import { checkPlain } from '../bot-api/check-text.ts';
import { optional, required } from '../bot-api/fields.ts';
import { badRequest } from '../bot-api/refusal.ts';
import type { Location } from '../bot-api/shapes.ts';
import { method } from './method.ts';
import { SENDING, type Sending, send } from './outgoing.ts';

const PLACE = {
  latitude: required('Float', { range: [-90, 90] }),
  longitude: required('Float', { range: [-180, 180] }),
};

export const sendLocation = method<Sending & Location>(
  { ...SENDING, ...PLACE, horizontal_accuracy: optional('Float', { range: [0, 1500] }) },
  (world, { latitude, longitude, ...sending }) =>
    send(world, sending, { location: { latitude, longitude } }),
);

interface SendVenue extends Sending, Location {
  title: string;
  address: string;
}

export const sendVenue = method<SendVenue>(
  { ...SENDING, ...PLACE, title: required('String'), address: required('String') },
  (world, { latitude, longitude, title, address, ...sending }) => {
    if (title.trim() === '') throw badRequest('venue title must be non-empty');
    if (address.trim() === '') throw badRequest('venue address must be non-empty');
    checkPlain(title, 'venue title');
    checkPlain(address, 'venue address');
    const location = { latitude, longitude };
    // A venue's message carries its location a second time, at the top.
    return send(world, sending, { venue: { location, title, address }, location });
  },
);
