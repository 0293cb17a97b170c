import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../errors.ts';
import { SERVICES, type Service, type TimeOfDay } from '../language/vocabulary.ts';
import type { BookingRules, City, ServiceProfile, Stage } from './city.ts';
import { loadHolidays } from './load-holidays.ts';
import { type OfficeHours, parseHours } from './office-hours.ts';
import { type CityFile, cityFile, type ServicesFile, servicesFile } from './profile-schema.ts';
import { readProfileFile } from './read-profile-file.ts';

/**
 * Reads a city's profile folder: `city.yaml`, `services.yaml`, `holidays/YEAR.yaml` and, where it is there,
 * `bill-sample.png`.
 * Throws `SetupError` naming the file and the key that is wrong.
 */
export async function loadCity(dir: string): Promise<City> {
  const cityPath = join(dir, 'city.yaml');
  const servicesPath = join(dir, 'services.yaml');
  const city = await readProfileFile(cityPath, cityFile);
  const services = await readProfileFile(servicesPath, servicesFile);
  const { holidays, years } = await loadHolidays(join(dir, 'holidays'));
  return {
    name: city.name,
    phone: city.phone,
    website: city.website,
    hours: hoursOf(city, cityPath),
    freshnessMonths: city.freshnessMonths,
    calendar: { workingDays: city.workingDays, holidays, years },
    booking: bookingRulesOf(city, cityPath),
    quietHours: city.quietHours,
    services: servicesOf(services, servicesPath),
    billSample: fileOrNull(join(dir, 'bill-sample.png')),
  };
}

function fileOrNull(path: string): string | null {
  return existsSync(path) ? path : null;
}

function hoursOf(city: CityFile, path: string): OfficeHours {
  const hours = parseHours(city.hours);
  if (hours.kind === 'hours') return hours;
  throw new SetupError(`${path}: hours: must be like "sat-wed 07:30-14:00; thu 08:00-12:00"`);
}

function bookingRulesOf(city: CityFile, path: string): BookingRules {
  const { days, firstStart, lastStart, slotMinutes, ...rules } = city.booking;
  if (lastStart < firstStart) {
    throw new SetupError(`${path}: booking.lastStart: must not be before firstStart`);
  }
  if ([...days].some((day) => !city.workingDays.has(day))) {
    throw new SetupError(`${path}: booking.days: must be among workingDays`);
  }
  const starts: { from: TimeOfDay; to: TimeOfDay }[] = [];
  for (let at = minutesOf(firstStart); at <= minutesOf(lastStart); at += slotMinutes) {
    starts.push({ from: timeOf(at), to: timeOf(at + slotMinutes) });
  }
  return { ...rules, days, starts };
}

function servicesOf(file: ServicesFile, path: string): Record<Service, ServiceProfile> {
  const profiles: Partial<Record<Service, ServiceProfile>> = {};
  for (const code of SERVICES) {
    const { stages, ...profile } = file.services[code];
    const place = `${path}: services.${code}.stages`;
    profiles[code] = { ...profile, stages: stagesOf(stages, file.stages, place) };
  }
  return profiles as Record<Service, ServiceProfile>;
}

function stagesOf(
  days: Record<string, number | null>,
  known: ServicesFile['stages'],
  place: string,
): Stage[] {
  return Object.entries(days).map(([id, workingDays]) => {
    const stage = known[id];
    if (!stage) throw new SetupError(`${place}.${id}: no such stage; list it under "stages" first`);
    if (stage.stopsClock !== (workingDays === null)) {
      throw new SetupError(`${place}.${id}: must be null exactly where the stage stops the clock`);
    }
    return { ...stage, workingDays };
  });
}

function minutesOf(time: TimeOfDay): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function timeOf(minutes: number): TimeOfDay {
  const hours = Math.floor(minutes / 60);
  return `${String(hours).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
