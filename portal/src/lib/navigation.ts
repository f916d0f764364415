export interface Place {
  href: string;
  label: string;
}

export const PUBLIC_PLACES: readonly Place[] = [
  { href: '/standards', label: '标准规范' },
  { href: '/dictionary', label: '数据字典' },
  { href: '/capabilities', label: '开放能力' },
  { href: '/announcements', label: '公告' },
  { href: '/measure', label: '管理办法' },
  { href: '/verify', label: '品牌核验' },
  { href: '/api-docs', label: '接口文档' },
];

export const FOOTER_PLACES: readonly Place[] = [
  { href: '/measure', label: '管理办法释读' },
  { href: '/glossary', label: '术语表' },
  { href: '/standards', label: '标准规范' },
  { href: '/dictionary', label: '数据字典' },
  { href: '/api-docs', label: '接口文档' },
  { href: '/changes', label: '变更记录' },
  { href: '/about/decisions', label: '设计决定' },
  { href: '/verify', label: '品牌核验' },
];

/** True for the place itself and for every page below it. */
export function isWithin(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
