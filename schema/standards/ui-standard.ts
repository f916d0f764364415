import type { Standard } from './standard-type.ts';
import { UI_ITEMS } from './ui-items.ts';

/** The UI standard: how an app looks and behaves to the people who use it. */
export const UI_STANDARD = {
  code: 'ui',
  kind: 'UI_INTERACTION',
  title: '界面交互规范',
  version: '1.0.0',
  status: 'PUBLISHED',
  effectiveFrom: '2026-11-23',
  articles: [19, 21, 71],
  sections: [
    {
      heading: '目标',
      paragraphs: [
        '让不同年龄、不同设备、不同能力的使用者都能独立办成事。统一的是结构、用语和可用性，不是外观。',
      ],
    },
    {
      heading: '布局与文字',
      paragraphs: [
        '从三百九十像素宽起不出现横向滚动。正文不小于十六像素，中文行高不小于一点六倍，阅读宽度不超过四十个汉字。',
      ],
    },
    {
      heading: '操作',
      paragraphs: ['按钮写动词，说明按下之后会发生什么。一页只有一个主要动作，不可逆的动作先让人核对。'],
    },
    {
      heading: '反馈',
      paragraphs: [
        '拒绝与错误在原处说明原因和改法，已填内容保留。等待超过一秒显示进行中，超过十秒说明去向。',
      ],
    },
    {
      heading: '无障碍',
      paragraphs: [
        '全部功能可用键盘完成，焦点可见。颜色不是传达状态的唯一方式，文字与背景对比度不低于 4.5:1。',
      ],
    },
  ],
  items: UI_ITEMS,
} as const satisfies Standard;
