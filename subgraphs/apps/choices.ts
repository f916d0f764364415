import { KIND_CODE_LISTS } from '@zgt/schema/dictionary/code-lists-kinds.ts';
import { SERVICE_CODE_LISTS } from '@zgt/schema/dictionary/code-lists-services.ts';

/** What a capability does (article 18); each base capability of a kind is the only one of that kind. */
export const CAPABILITY_CATEGORIES = SERVICE_CODE_LISTS.capabilityCategory.labels;

/** Whether the infrastructure base gives a capability to all, or someone adds it (article 18). */
export const CAPABILITY_TIERS = {
  BASE: '底座能力',
  EXTENDED: '扩展能力',
} as const;

/** Where a credential works (article 38). */
export const ENVIRONMENTS = {
  SANDBOX: '沙箱',
  PRODUCTION: '正式',
} as const;

export type Environment = keyof typeof ENVIRONMENTS;

const labelsOf = <Name extends keyof typeof SERVICE_CODE_LISTS>(
  name: Name,
): (typeof SERVICE_CODE_LISTS)[Name]['labels'] => SERVICE_CODE_LISTS[name].labels;

/** The two regimes of services: PUBLIC is bound by articles 14 to 28, MARKET by articles 35 to 47. */
export const SERVICE_CLASSES = labelsOf('serviceClass');
export type ServiceClass = keyof typeof SERVICE_CLASSES;

/** What a public service is (article 9). */
export const PUBLIC_KINDS = labelsOf('publicServiceKind');

/** What a market service is (article 10). */
export const MARKET_KINDS = labelsOf('marketServiceKind');

/** The layer of the infrastructure base that gives a base capability (article 2, duty 2.1). */
export const BASE_LAYERS = labelsOf('baseLayer');

/** The domains of the unified service platform (article 2, duty 2.2). */
export const SERVICE_DOMAINS = labelsOf('serviceDomain');

/** The terminals that an app is released to (article 2, duty 2.4). */
export const TERMINALS = labelsOf('terminalKind');

/** The five platforms of the ecosystem; there are no others (article 2, duty 2.0). */
export const PLATFORM_KINDS = labelsOf('systemPlatformKind');

/** How an app reaches the base (articles 20 and 38). */
export const ACCESS_MODES = labelsOf('accessMode');
export type AccessMode = keyof typeof ACCESS_MODES;

/** The industries that agreements and the catalogue sort apps by. */
export const INDUSTRY_CATEGORIES = labelsOf('industryCategory');

/** What kinds of content an app carries (article 45). */
export const CONTENT_CATEGORIES = labelsOf('contentCategory');

/** What an app does that the base gives to all (article 18). */
export const APP_FEATURES = labelsOf('appFeature');

/** What a request for delisting may lack; nothing else sends it back (article 39). */
export const DELISTING_GAPS = labelsOf('delistingGap');

/** On what ground an app is forced off (articles 26, 28, 41, 45, 72 and 73). */
export const FORCED_DELISTING_GROUNDS = labelsOf('forcedDelistingGround');

/** Whether a basic function of a page is adapted to the base (article 20). */
export const BASIC_FUNCTION_STATES = labelsOf('basicFunctionState');

/** What can be checked against the standards (article 19); an app connects by interface, table or page (article 20). */
export const CHECK_SUBJECTS = {
  OPENAPI: 'OpenAPI 接口描述（3.0、3.1）',
  GRAPHQL_SDL: 'GraphQL 接口描述（SDL）',
  TABLE_DDL: '库表定义（SQL）',
  TABLE_CSV: '库表定义（CSV）',
  PAGE_MANIFEST: '移动端页面清单（JSON）',
} as const;

export type CheckSubject = keyof typeof CHECK_SUBJECTS;

/** What a standard is about (article 19). */
export const STANDARD_KINDS = KIND_CODE_LISTS.standardKind.labels;
export type StandardKind = keyof typeof STANDARD_KINDS;

/** Which versions of the standards a check goes by. */
export const CHECK_BASES = {
  CURRENT: '现行版',
  PREVIOUS: '过渡期内的旧版',
} as const;
export type CheckBasis = keyof typeof CHECK_BASES;

/** In which form a table of data elements or check items is imported. */
export const IMPORT_FORMATS = {
  CSV: 'CSV（UTF-8 文本）',
  XLSX: 'XLSX（Base64 文本）',
} as const;
export type ImportFormat = keyof typeof IMPORT_FORMATS;

/** What a reviewer finds of a check item that no program can judge (article 19). */
export const ITEM_RESULTS = {
  PASS: '通过',
  FAIL: '不通过',
  NOT_APPLICABLE: '不适用',
} as const;
export type ItemResult = keyof typeof ITEM_RESULTS;

/** What an exception from the one platform is asked for (article 17). */
export const EXCEPTION_KINDS = {
  NEW: '新建',
  RETAIN: '保留',
} as const;
export type ExceptionKind = keyof typeof EXCEPTION_KINDS;

/** Whom a mobile government service is for (article 17). */
export const AUDIENCES = {
  CITIZEN: '群众',
  ENTERPRISE: '企业',
  CIVIL_SERVANT: '公职人员',
} as const;

/** How a mobile app of the government stands outside the platform (article 17). */
export const LEGACY_DISPOSITIONS = {
  EXISTING: '存量',
  NEW_BUILD: '另行新建',
} as const;

/** How a legacy app is integrated (article 17). */
export const INTEGRATION_CATEGORIES = {
  MIGRATE: '整体迁入',
  CONNECT: '改造接入',
  MERGE: '并入已有应用',
  CLOSE: '关停转办',
} as const;

/** What infrastructure is asked for (article 14). */
export const INFRASTRUCTURE_KINDS = {
  CLOUD: '云',
  NETWORK: '网络',
  SECURITY: '安全',
  OTHER: '其他',
} as const;

/** What a unit needs from others for its market services (article 36). */
export const DEMAND_KINDS = {
  DATA: '数据',
  APP: '应用',
  POLICY: '政策',
  OTHER: '其他',
} as const;

/** In what form a resource is handed to a unit; raw data is not (article 34). */
export const DELIVERY_FORMS = {
  PROCESSED: '加工后的结果',
  INTERFACE: '接口',
  RAW: '原始数据',
  OTHER: '非数据资源',
} as const;
