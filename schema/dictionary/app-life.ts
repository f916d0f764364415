import { elementsOf } from './elements-of.ts';

/** Elements of the life of apps and platforms. */
export const APP_LIFE_ELEMENTS = elementsOf(
  '1.1.0',
  `
DE-APL-001 | App | contentCategories | 包含的内容类别 | 声明包含的内容类别（第四十五条）。 | code[] | contentCategory | PUBLIC | 2 9 10 26
DE-APL-002 | App | delistedAt | 下架时刻 | 下架时刻。 | datetime |  | PUBLIC | 2 9 10 26
DE-APL-003 | App | delistingNotice | 下架时告知用户的话 | 下架时告知用户的话。 | an..2000 |  | PUBLIC | 2 9 10 26
DE-APL-004 | App | features | 所含功能 | 所含功能。 | code[] | appFeature | PUBLIC | 2 9 10 26
DE-APL-005 | App | firstListedAt | 首次上架时刻 | 首次上架时刻。 | datetime |  | PUBLIC | 2 9 10 26
DE-APL-006 | App | industryCategory | 行业类别 | 上架之前须选定；生态单位须在授权协议的范围之内。 | code | industryCategory | PUBLIC | 2 9 10 26
DE-APL-007 | App | listedAt | 上架时刻 | 上架时刻。 | datetime |  | PUBLIC | 2 9 10 26
DE-APL-008 | App | opsProfile | 运维档案 | 运维档案；只有本单位、项目公司和管理单位可以查看，对其他人为空。 | object |  | PUBLIC | 2 9 10 26
DE-APL-009 | App | pricing | 收费方式 | 收费方式；公共服务应用为空。 | an..2000 |  | PUBLIC | 2 9 10 26
DE-APL-010 | App | purpose | 服务内容 | 服务内容。 | an..500 |  | PUBLIC | 2 9 10 26
DE-APL-011 | App | recommendRank | 名次 | 人工排定的推荐名次；按评分排的为空。 | n..3 |  | PUBLIC | 2 9 10 26
DE-APL-012 | App | score | 评分 | 最近一个月的最终评分，0 到 100；没有评分的和公共服务应用为空（第四十条）。 | n..9 |  | PUBLIC | 2 9 10 26
DE-APL-013 | App | scorePeriod | 评分是哪个月的 | 评分是哪个月的，例如 2026-10。 | an..2000 |  | PUBLIC | 2 9 10 26
DE-APL-014 | App | statutoryFeeBasis | 法定收费的依据 | 法定收费的依据。 | an..2000 |  | PUBLIC | 2 9 10 26
DE-APL-015 | App | terminalNote | 其他终端的说明 | 其他终端的说明。 | an..2000 |  | PUBLIC | 2 9 10 26
DE-APL-016 | App | versionText | 在架的版本 | 在架的版本，已下架的是最后一个；从未上架为空。 | an..2000 |  | PUBLIC | 2 9 10 26
DE-APL-017 | AppOpsProfile | confirmedAt | 确认时刻 | 确认时刻。 | datetime |  | INTERNAL |
DE-APL-018 | AppOpsProfile | emergencyPlan | 应急预案 | 应急预案。 | an..2000 |  | INTERNAL |
DE-APL-019 | AppOpsProfile | hosting | 应用的部署位置 | 部署位置和基础设施。 | an..2000 |  | INTERNAL |
DE-APL-020 | AppOpsProfile | lastDrillOn | 最近演练日期 | 最近演练日期。 | date |  | INTERNAL |
DE-APL-021 | AppOpsProfile | maintenancePlan | 日常维护计划 | 日常维护计划。 | an..2000 |  | INTERNAL |
DE-APL-022 | AppOpsProfile | owner | 应用的运维负责人 | 运维负责人。 | an..2000 |  | INTERNAL |
DE-APL-023 | AppOpsProfile | phone | 应用的值守电话 | 全天候值守电话。 | an..2000 |  | INTERNAL |
DE-APL-024 | AppScore | score | 评分 | 最终得分，0 到 100；更正过的是更正后的。 | n..3 |  | INTERNAL | 40
DE-APL-025 | AppScore | app | 有关应用 | 有关应用。 | object |  | INTERNAL | 40
DE-APL-026 | AppScore | computedScore | 系统算出的得分 | 系统算出的得分。 | n..9 |  | INTERNAL | 40
DE-APL-027 | AppScore | deduction | 因强制下架扣去的分 | 因强制下架扣去的分。 | n..9 |  | INTERNAL | 40
DE-APL-028 | AppScore | formulaVersion | 依据的评分办法的版本 | 依据的评分办法的版本。 | an..2000 |  | INTERNAL | 40
DE-APL-029 | AppScore | indicators | 各项依据 | 各项依据。 | object[] |  | INTERNAL | 40
DE-APL-030 | AppScore | period | 评的是哪个月 | 评的是哪个月，例如 2026-10。 | an..2000 |  | INTERNAL | 40
DE-APL-031 | AppScoreIndicator | explanation | 依据的事实 | 依据的事实。 | an..2000 |  | INTERNAL |
DE-APL-032 | AppScoreIndicator | indicator | 评分的依据 | 评分的依据。 | code | appScoreIndicatorName | INTERNAL |
DE-APL-033 | AppScoreIndicator | label | 名称 | 名称。 | an..2000 |  | INTERNAL |
DE-APL-034 | AppScoreIndicator | share | 得到分值的几成 | 得到分值的几成，0 到 1；没有可以判断的事实为空，分值由其他各项分担。 | n..9,4 |  | INTERNAL |
DE-APL-035 | AppScoreIndicator | weight | 分值 | 分值；各项合计一百。 | n..9 |  | INTERNAL |
DE-APL-036 | AppVersion | features | 所含功能 | 登录和推送须使用底座的能力。 | code[] | appFeature | INTERNAL | 18 20 26 27
DE-APL-037 | AppVersion | pricing | 收费方式 | 不收费的不填；公共服务应用不能收费。 | an..500 |  | INTERNAL | 18 20 26 27
DE-APL-038 | AppVersion | statutoryFeeBasis | 法定收费的依据 | 公共服务代收法定费用的，写明依据的文件。 | an..200 |  | INTERNAL | 18 20 26 27
DE-APL-039 | AppVersion | terminalNote | 其他终端的说明 | 其他终端的说明。 | an..100 |  | INTERNAL | 18 20 26 27
DE-APL-040 | AppVersion | versionText | 版本号 | 例如 1.0.0。 | an..16 |  | INTERNAL | 18 20 26 27
DE-APL-041 | AppVersion | app | 有关应用 | 所属的应用；访问者无权查看时为空。 | object |  | INTERNAL | 18 20 26 27
DE-APL-042 | AppVersion | baseConnection | 底座连接 | 接口地址、库表清单或页面地址；市场化应用须经项目公司核验。 | an..500 |  | INTERNAL | 18 20 26 27
DE-APL-043 | AppVersion | basicFunctionNote | 改造的测试结果或不适用的理由 | 改造的测试结果或不适用的理由。 | an..1000 |  | INTERNAL | 18 20 26 27
DE-APL-044 | AppVersion | checkId | 规范检查 | 接口描述、库表定义或页面清单的检查，上架之前须已通过。 | an..36 |  | INTERNAL | 18 20 26 27
DE-APL-045 | AppVersion | connectionVerifiedAt | 项目公司核验底座连接的时刻 | 项目公司核验底座连接的时刻。 | datetime |  | INTERNAL | 18 20 26 27
DE-APL-046 | AppVersion | exchangeCatalogueNumber | 数据共享交换平台目录编号 | 公共服务以接口或数据库接入的必填。 | an..60 |  | INTERNAL | 18 20 26 27
DE-APL-047 | AppVersion | exchangeMountedOn | 挂载日期 | 挂载日期。 | date |  | INTERNAL | 18 20 26 27
DE-APL-048 | AppVersion | failedItems | 没有通过的条目 | 上一次审核没有通过的条目。 | an..150[] |  | INTERNAL | 18 20 26 27
DE-APL-049 | AppVersion | fieldPurposes | 收集的个人信息字段和用途 | 收集的个人信息字段和用途，每项写作“字段：用途”。 | an..150[] |  | INTERNAL | 18 20 26 27
DE-APL-050 | AppVersion | itemAnswers | 审核人员对检查项的回答 | 审核人员对检查项的回答，按编号；还没有回答的不在其中。 | object[] |  | INTERNAL | 18 20 26 27
DE-APL-051 | AppVersion | nonConformingAt | 从何时起须按现行标准重新检查 | 从何时起须按现行标准重新检查；符合的为空。 | datetime |  | INTERNAL | 18 20 26 27
DE-APL-052 | AppVersion | releaseNotes | 版本说明 | 这一版有什么、改了什么。 | an..2000 |  | INTERNAL | 18 20 26 27
DE-APL-053 | AppVersion | standardCheck | 所注明的规范检查 | 所注明的规范检查；访问者无权查看时为空。 | object |  | INTERNAL | 18 20 26 27
DE-APL-054 | AppVersion | terminals | 发布终端 | 发布终端。 | code[] | terminalKind | INTERNAL | 18 20 26 27
DE-APL-055 | AppVersion | testedDigest | 通过测试的构建的 SHA-256 | 通过测试的构建的 SHA-256；没有通过的为空。 | an..2000 |  | INTERNAL | 18 20 26 27
DE-APL-056 | AppVersion | unifiedIdentity | 统一身份改造 | 公共服务页面应用必填。 | code | basicFunctionState | INTERNAL | 18 20 26 27
DE-APL-057 | AppVersion | unifiedPayment | 统一支付改造 | 公共服务页面应用必填。 | code | basicFunctionState | INTERNAL | 18 20 26 27
DE-APL-058 | ContentItem | app | 有关应用 | 有关应用。 | object |  | PUBLIC | 27 45
DE-APL-059 | ContentItem | body | 正文 | 正文。 | an..20000 |  | PUBLIC | 27 45
DE-APL-060 | ContentItem | bodyDigest | 标题和正文的 SHA-256 | 标题和正文的 SHA-256，十六进制；审查结论只对同一摘要有效。 | an..2000 |  | PUBLIC | 27 45
DE-APL-061 | ContentItem | category | 内容类别 | 须是应用资料中声明的类别。 | code | contentCategory | PUBLIC | 27 45
DE-APL-062 | ContentItem | heading | 标题 | 标题。 | an..100 |  | PUBLIC | 27 45
DE-APL-063 | ContentItem | isReviewed | 现在的文字是否已通过项目公司的审查 | 现在的文字是否已通过项目公司的审查；市场化应用的内容不要求审查（第二十七条、第四十五条）。 | boolean |  | PUBLIC | 27 45
DE-APL-064 | ContentItem | publishedAt | 最近一次发布的时刻 | 最近一次发布的时刻。 | datetime |  | PUBLIC | 27 45
DE-APL-065 | ContentItem | reviewedAt | 最近一次审查通过的时刻 | 最近一次审查通过的时刻。 | datetime |  | PUBLIC | 27 45
DE-APL-066 | DelistingRequest | app | 有关应用 | 有关应用。 | object |  | PUBLIC | 23 39
DE-APL-067 | DelistingRequest | alternative | 替代办法 | 替代办法。 | an..1000 |  | PUBLIC | 23 39
DE-APL-068 | DelistingRequest | announcedAt | 现行公告发布的时刻 | 现行公告发布的时刻；改动公告后是改动的时刻。 | datetime |  | PUBLIC | 23 39
DE-APL-069 | DelistingRequest | announcementText | 公告文字 | 公告文字。 | an..5000 |  | PUBLIC | 23 39
DE-APL-070 | DelistingRequest | completedAt | 下架的时刻 | 下架的时刻。 | datetime |  | PUBLIC | 23 39
DE-APL-071 | DelistingRequest | ground | 下架原因 | 下架原因。 | an..1000 |  | PUBLIC | 23 39
DE-APL-072 | DelistingRequest | missingItems | 欠缺的内容 | 退回时指出的欠缺。 | code[] | delistingGap | PUBLIC | 23 39
DE-APL-073 | DelistingRequest | plannedOn | 计划下架日期 | 不填则公告期满即下架；不能早于公告期满之后。 | date |  | PUBLIC | 23 39
DE-APL-074 | DelistingRequest | userImpact | 对用户的影响 | 对用户的影响。 | an..1000 |  | PUBLIC | 23 39
DE-APL-075 | ForcedDelisting | app | 有关应用 | 有关应用。 | object |  | INTERNAL | 26 28 41 45
DE-APL-076 | ForcedDelisting | findings | 发现的问题 | 发现的问题。 | an..2000 |  | INTERNAL | 26 28 41 45
DE-APL-077 | ForcedDelisting | ground | 事由 | 事由。 | code | forcedDelistingGround | INTERNAL | 26 28 41 45
DE-APL-078 | ForcedDelisting | executedAt | 下架的时刻 | 下架的时刻。 | datetime |  | INTERNAL | 26 28 41 45
DE-APL-079 | ForcedDelisting | noticeText | 告知用户的文字 | 告知用户的文字。 | an..1000 |  | INTERNAL | 26 28 41 45
DE-APL-080 | ForcedDelisting | rectification | 整改情况 | 提供方的整改情况。 | an..2000 |  | INTERNAL | 26 28 41 45
DE-APL-081 | ForcedDelisting | vulnerabilityId | 引起下架的安全漏洞的 id | 引起下架的安全漏洞的 id；另行立案的为空。 | an..36 |  | INTERNAL | 26 28 41 45
DE-APL-082 | ItemAnswer | item | 检查项编号 | 检查项编号。 | an..2000 |  | INTERNAL |
DE-APL-083 | ItemAnswer | note | 说明 | 理由；通过的可以没有。 | an..2000 |  | INTERNAL |
DE-APL-084 | ItemAnswer | result | 结果 | 结果。 | code | itemResult | INTERNAL |
DE-APL-085 | SystemPlatform | specialReason | 缩短提前期的理由 | 短于规定提前期的理由；符合规定的为空。 | an..1000 |  | INTERNAL | 2 18 23
DE-APL-086 | SystemPlatform | integratedPlatforms | 所集成的既有平台 | 所集成的既有平台，各写作“平台名称（所属单位）”（第二条）。 | an..100[] |  | INTERNAL | 2 18 23
DE-APL-087 | SystemPlatform | liveAt | 上线的时刻 | 上线的时刻。 | datetime |  | INTERNAL | 2 18 23
DE-APL-088 | SystemPlatform | offlineAt | 下线的时刻 | 下线的时刻。 | datetime |  | INTERNAL | 2 18 23
DE-APL-089 | SystemPlatform | offlineImpact | 影响和善后安排 | 影响和善后安排。 | an..2000 |  | INTERNAL | 2 18 23
DE-APL-090 | AppScore | unitGrade | 提供方的考核等次 | 评分时提供方最近一次已确认的年度考核等次，供参考，不计入得分；没有考核过的为空。 | code | unitGrade | INTERNAL | 40 42
`,
);
