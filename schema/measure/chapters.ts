/** A section of a chapter and the articles it spans, both ends included. */
export interface Section {
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

/** A chapter of the measure; `sections` is empty when the chapter is not divided. */
export interface Chapter {
  readonly number: number;
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly sections: readonly Section[];
}

/** The six chapters, in order, together spanning articles 1 to 77 without a gap. */
export const CHAPTERS = [
  { number: 1, title: '第一章 总则', from: 1, to: 13, sections: [] },
  {
    number: 2,
    title: '第二章 公共服务管理',
    from: 14,
    to: 34,
    sections: [
      { title: '第一节 公共服务建设管理', from: 14, to: 23 },
      { title: '第二节 公共服务运营管理', from: 24, to: 28 },
      { title: '第三节 公共数据运营管理', from: 29, to: 34 },
    ],
  },
  {
    number: 3,
    title: '第三章 市场化服务管理',
    from: 35,
    to: 54,
    sections: [
      { title: '第一节 市场化服务建设管理', from: 35, to: 41 },
      { title: '第二节 市场化服务运营管理', from: 42, to: 47 },
      { title: '第三节 商业和品牌管理', from: 48, to: 54 },
    ],
  },
  { number: 4, title: '第四章 运维管理', from: 55, to: 63, sections: [] },
  { number: 5, title: '第五章 安全管理', from: 64, to: 73, sections: [] },
  { number: 6, title: '第六章 附则', from: 74, to: 77, sections: [] },
] as const satisfies readonly Chapter[];
