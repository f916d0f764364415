import { elementsOf } from './elements-of.ts';

/** Elements of the catalogue of capabilities and calls. */
export const CAPABILITY_USE_ELEMENTS = elementsOf(
  '1.1.0',
  `
DE-CPU-001 | Capability | baseLayer | 所在底座层 | 底座能力所在的层；扩展能力为空。 | code | baseLayer | PUBLIC | 18 19 38
DE-CPU-002 | Capability | code | 能力编码 | 能力编码，协议范围以它为准。 | an..40 |  | PUBLIC | 18 19 38
DE-CPU-003 | Capability | dailyQuota | 每日限额 | 单个凭证每天最多可以调用的次数。 | n..9 |  | PUBLIC | 18 19 38
DE-CPU-004 | Capability | deprecatedAt | 公告不再推荐的时刻 | 公告不再推荐的时刻。 | datetime |  | PUBLIC | 18 19 38
DE-CPU-005 | Capability | description | 说明 | 能做什么、怎样调用、返回什么。 | an..2000 |  | PUBLIC | 18 19 38
DE-CPU-006 | Capability | endNotice | 告知使用单位的话 | 不再推荐或撤下时告知使用单位的话；还在提供的为空。 | an..1000 |  | PUBLIC | 18 19 38
DE-CPU-007 | Capability | endsOn | 计划撤下日期 | 计划撤下日期，在此之前不会撤下；没有公布的为空。 | date |  | PUBLIC | 18 19 38
DE-CPU-008 | Capability | withdrawnAt | 撤下的时刻 | 撤下的时刻。 | datetime |  | PUBLIC | 18 19 38
DE-CPU-009 | CapabilityRequest | app | 有关应用 | 用在哪个应用；没有注明或访问者无权查看时为空。 | object |  | INTERNAL | 7 8 38 71
DE-CPU-010 | CapabilityRequest | fieldPurposes | 字段与用途 | 所需字段和各自的用途，写作“字段：用途”。凭证只能取得这些字段（第七十一条）。 | an..200[] |  | INTERNAL | 7 8 38 71
DE-CPU-011 | CapabilityRequest | capability | 所申请的能力 | 所申请的能力；已撤下而访问者无权查看时为空。 | object |  | INTERNAL | 7 8 38 71
DE-CPU-012 | CapabilityRequest | clientId | 凭证的客户端编号 | 凭证的客户端编号，与申请编号相同，可以公开。 | an..2000 |  | INTERNAL | 7 8 38 71
DE-CPU-013 | CapabilityRequest | secretPrefix | 密钥开头几位 | 密钥开头几位，用来辨认。 | an..2000 |  | INTERNAL | 7 8 38 71
DE-CPU-014 | CapabilityUsage | calls | 调用次数 | 调用次数，整数；无人调用为 0。 | n..15,0 |  | INTERNAL |
DE-CPU-015 | CapabilityUsage | days | 各天的调用 | 每天一项，日期在前的在前。 | object[] |  | INTERNAL |
DE-CPU-016 | CapabilityUsage | failedCalls | 其中失败的次数 | 其中失败的次数，整数。 | n..15,0 |  | INTERNAL |
DE-CPU-017 | CapabilityUsageDay | calls | 调用次数 | 调用次数，整数。 | n..15,0 |  | INTERNAL |
`,
);
