import * as v from 'valibot';
import { expect, it } from 'vitest';
import { DateSchema } from './common';

it.each(['2017', '2017-04', '2017-04-13', '2016-02-29'])('%s is a date', (date) => {
  expect(v.is(DateSchema, date)).toBe(true);
});

it.each(['2017-02-29', '2017-02-31', '2017-13', '2017-00-10', '2017-04-31', '13.4.2017', ''])(
  '“%s” is none',
  (date) => {
    expect(v.is(DateSchema, date)).toBe(false);
  },
);
