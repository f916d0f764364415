import { describe, expect, it } from 'vitest';
import { readShareholders } from './shareholders.ts';

describe('shareholders of the project company (article 6) [duty 6]', () => {
  it('may be the owner unit with others', () => {
    expect(readShareholders(['业主集团 60', '其他投资者 40%'], '业主集团')).toEqual({
      shareholders: [
        { name: '业主集团', percent: 60 },
        { name: '其他投资者', percent: 40 },
      ],
      fault: null,
    });
  });
  it('must include the owner unit', () => {
    expect(readShareholders(['其他投资者 100'], '业主集团').fault).toBe(
      '股东中须有业主单位“业主集团”，且比例大于 0',
    );
  });
  it('must add up to one hundred', () => {
    expect(readShareholders(['业主集团 60', '其他投资者 39.5'], '业主集团').fault).toBe(
      '出资比例合计为 99.5，应为 100',
    );
  });
  it('must be name and percentage', () => {
    expect(readShareholders(['业主集团'], '业主集团').fault).toBe(
      '“业主集团”应为名称和比例，例如“某投资集团 60”',
    );
  });
});
