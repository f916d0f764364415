import { expect, it } from 'vitest';
import { dialable } from './hotline.ts';

it.each([
  ['12345', '12345'],
  ['0771-555-0101', '07715550101'],
  ['待公布', null],
  ['https://12345.example', null],
])('%s is dialled as %s', (number, dialled) => {
  expect(dialable(number)).toBe(dialled);
});
