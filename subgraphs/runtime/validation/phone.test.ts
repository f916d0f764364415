import { expect, test } from 'vitest';
import { checkMobilePhone, checkPhone } from './phone.ts';

test.each([
  ['13812341234', '13812341234'],
  ['+86 138 1234 1234', '13812341234'],
  ['0086-138-1234-1234', '13812341234'],
  ['１３８１２３４１２３４', '13812341234'],
])('%s is a mobile number', (input, normalized) => {
  expect(checkMobilePhone(input)).toEqual({ ok: true, value: normalized });
});

test.each(['1381234123', '138123412345', '12812341234', '0771-5551234', '1381234123x', ''])(
  '%j is no mobile number',
  (input) => {
    expect(checkMobilePhone(input)).toEqual({
      ok: false,
      reason: '手机号码应为 11 位数字，例如 13812345678',
    });
  },
);

test.each([
  ['13812341234', '13812341234'],
  ['0771-5551234', '0771-5551234'],
  ['(0771) 5551234', '0771-5551234'],
  ['010-88886666-102', '010-88886666-102'],
  ['400-820-8820', '4008208820'],
  ['12345', '12345'],
  ['95588', '95588'],
])('%s is a telephone number', (input, normalized) => {
  expect(checkPhone(input)).toEqual({ ok: true, value: normalized });
});

test.each(['5551234', '0771-1551234', '110x', '<script>'])('%s is no telephone number', (input) => {
  expect(checkPhone(input).ok).toBe(false);
});
