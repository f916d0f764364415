import { DATA_INTERFACE_ITEMS } from './data-interface-items.ts';
import type { Standard } from './standard-type.ts';

/** The data-interface standard: how data resources are described, classified, exchanged and kept. */
export const DATA_INTERFACE_STANDARD = {
  code: 'data-interface',
  kind: 'DATA_INTERFACE',
  title: '数据接口规范',
  version: '1.0.0',
  status: 'PUBLISHED',
  effectiveFrom: '2026-11-23',
  articles: [12, 19, 20, 21, 33, 34, 69, 71],
  sections: [
    {
      heading: '范围',
      paragraphs: ['本规范适用于向体系提供或从体系取得数据的接口、数据库与文件交换。'],
    },
    {
      heading: '描述',
      paragraphs: [
        '每项数据资源登记名称、提供单位、类别、级别、更新周期、字段与代码表。字段引用数据字典的编码，字典没有的先申请增补。',
      ],
    },
    {
      heading: '质量',
      paragraphs: [
        '质量按规范、完整、安全、可用、鲜活五个维度评价，百分制，低于六十分即生成问题。更新时刻加更新周期早于当前时刻的视为陈旧。',
      ],
    },
    {
      heading: '使用',
      paragraphs: [
        '使用之前提交申请，写明用途、字段、接收方与留存天数。取得批准之后只在批准的范围内使用，到期处置并留存凭证。',
      ],
    },
    {
      heading: '留痕',
      paragraphs: [
        '每次归集、更新、查询、修改都在同一事务中写入日志，日志只含引用不含个人信息的值，至少保存五年。',
      ],
    },
  ],
  items: DATA_INTERFACE_ITEMS,
} as const satisfies Standard;
