import { expect, test } from 'vitest';
import { maskEmail, maskIdNumber, maskName, maskPhone } from './masking.ts';

test.each([
  ['13812341234', '138****1234'],
  ['+8613812341234', '138****1234'],
  ['0771-5551234', '077****1234'],
  ['95588', '***88'],
  ['', '*'],
])('phone %s shows as %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown);
});

test.each([
  ['张三', '张*'],
  ['王小明', '王*明'],
  ['欧阳小明', '欧**明'],
  ['𠮷野家', '𠮷*家'],
  ['李', '*'],
  ['', '*'],
])('name %s shows as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown);
});

test.each([
  ['zhangsan@example.com', 'z***@example.com'],
  ['z@example.com', 'z***@example.com'],
  ['no-address', '***'],
  ['@example.com', '***'],
])('e-mail %s shows as %s', (email, shown) => {
  expect(maskEmail(email)).toBe(shown);
});

test.each([
  ['45010319900101002X', '450*************2X'],
  ['450103900101002', '450**********02'],
  ['1234567', '*******'],
])('identity number %s shows as %s', (idNumber, shown) => {
  expect(maskIdNumber(idNumber)).toBe(shown);
});
