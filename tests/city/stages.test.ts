import { expect, test } from 'vitest';
import { loadCity } from '../../src/city/load-city.ts';
import { stageOf } from '../../src/city/stages.ts';

const { services } = await loadCity('city');

test('a stage is known by its title, with or without half-spaces and in Arabic letters', () => {
  expect(stageOf(services['building-permit'], 'تأیید آتش‌نشانی')?.stopsClock).toBe(true);
  expect(stageOf(services['building-permit'], 'تایید آتش نشانی')?.stopsClock).toBe(true);
  expect(stageOf(services.completion, 'بازديد و كروكي')?.workingDays).toBe(3);
});

test('a text that says more than the title still means that stage', () => {
  expect(stageOf(services['building-permit'], 'کنترل نقشه سازه')).toMatchObject({
    title: 'کنترل نقشه',
    workingDays: 2,
  });
});

test('of two titles in one text the one with more words is meant', () => {
  expect(stageOf(services['building-permit'], 'صدور پس از کنترل طرح تفصیلی')?.title).toBe(
    'کنترل طرح تفصیلی',
  );
});

test('a stage the profile does not know promises nothing', () => {
  expect(stageOf(services['building-permit'], 'نزد بازرس ویژه')).toBeNull();
  expect(stageOf(services.clearance, 'کمیسیون ماده پنج')).toBeNull();
  expect(stageOf(services.clearance, '')).toBeNull();
});
