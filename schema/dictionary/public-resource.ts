import { elementsOf } from './elements-of.ts';

/** Elements of public services and resources. */
export const PUBLIC_RESOURCE_ELEMENTS = elementsOf(
  '1.1.0',
  `
DE-PUB-001 | AccessCoverage | connected | 已接入数 | 已接入的。 | n..9 |  | INTERNAL |
DE-PUB-002 | AccessCoverage | exempt | 免于接入数 | 凭例外免于接入的。 | n..9 |  | INTERNAL |
DE-PUB-003 | AccessCoverage | ratio | 接入率 | 接入率：已接入 ÷（总数 − 免于接入），从 0 到 1；没有应当接入的事项时为空。 | n..9,4 |  | INTERNAL |
DE-PUB-004 | AccessCoverage | total | 事项总数 | 事项总数，不含已注销的。 | n..9 |  | INTERNAL |
DE-PUB-005 | CompanyInfraResource | location | 所在 | 机房、云区。 | an..100 |  | INTERNAL | 36
DE-PUB-006 | CompanyInfraResource | quantity | 数量 | 数量。 | n..6 |  | INTERNAL | 36
DE-PUB-007 | CompanyInfraResource | specification | 规格 | 规格。 | an..200 |  | INTERNAL | 36
DE-PUB-008 | ConsolidationException | audiences | 服务对象 | 服务对象。 | code[] | serviceAudience | INTERNAL | 16 17
DE-PUB-009 | ConsolidationException | specialReason | 特殊原因 | 特殊原因。 | an..2000 |  | INTERNAL | 16 17
DE-PUB-010 | InfrastructureBinding | app | 有关应用 | 有关应用。 | object |  | INTERNAL | 14 36
DE-PUB-011 | InfrastructureBinding | item | 提供方分配的资源项 | 提供方分配的资源项；用自备资源的为空。 | object |  | INTERNAL | 14 36
DE-PUB-012 | InfrastructureBinding | resource | 项目公司自备的资源 | 项目公司自备的资源；用提供方分配的为空。 | object |  | INTERNAL | 14 36
DE-PUB-013 | InfrastructureItem | quantity | 数量 | 申请的数量。 | n..6 |  | INTERNAL | 14
DE-PUB-014 | InfrastructureItem | specification | 规格 | 规格。 | an..200 |  | INTERNAL | 14
DE-PUB-015 | InfrastructureItem | allocatedQuantity | 已分配的数量 | 已分配的数量。 | n..9 |  | INTERNAL | 14
DE-PUB-016 | InfrastructureItem | allocationReferences | 各次分配的资源标识 | 各次分配的资源标识。 | an..2000[] |  | INTERNAL | 14
DE-PUB-017 | InfrastructureItem | neededFrom | 需用日期 | 需用日期，最迟在这一天足量分配。 | date |  | INTERNAL | 14
DE-PUB-018 | InfrastructureItem | neededUntil | 用到 | 用到哪一天；长期的为空。 | date |  | INTERNAL | 14
DE-PUB-019 | InfrastructureItem | request | 所在的资源申请 | 所在的资源申请。 | object |  | INTERNAL | 14
DE-PUB-020 | InfrastructureItem | requestNumber | 所在的资源申请的编号 | 所在的资源申请的编号。 | an..120 |  | INTERNAL | 14
DE-PUB-021 | InfrastructureRequest | app | 有关应用 | 为哪个公共服务应用；为系统平台申请的，或访问者无权查看时为空。 | object |  | INTERNAL | 14 36
DE-PUB-022 | InfrastructureRequest | platform | 系统平台 | 为哪个系统平台；为应用申请的为空。 | object |  | INTERNAL | 14 36
DE-PUB-023 | InfrastructureRequest | publicServiceNeed | 公共服务的需要 | 公共服务的需要。 | an..2000 |  | INTERNAL | 14 36
DE-PUB-024 | IntegrationPlan | app | 有关应用 | 纳入后的应用；没有完成或关停转办的为空。 | object |  | INTERNAL | 17
DE-PUB-025 | IntegrationPlan | category | 纳入办法 | 纳入办法。 | code | integrationCategory | INTERNAL | 17
DE-PUB-026 | IntegrationPlan | legacyApp | 所列的存量应用 | 存量应用。 | object |  | INTERNAL | 17
DE-PUB-027 | IntegrationPlan | phase | 批次 | 第几批。 | n..2 |  | INTERNAL | 17
DE-PUB-028 | LegacyMobileApp | terminals | 终端 | 终端。 | code[] | terminalKind | INTERNAL | 17
DE-PUB-029 | LegacyMobileApp | audiences | 服务对象 | 服务对象。 | code[] | serviceAudience | INTERNAL | 17
DE-PUB-030 | LegacyMobileApp | disposition | 由来 | 存量，还是另行新建。 | code | legacyAppDisposition | INTERNAL | 17
DE-PUB-031 | LegacyMobileApp | exception | 保留所凭的例外 | 保留所凭的例外；没有时为空。 | object |  | INTERNAL | 17
DE-PUB-032 | ResourceDemand | purpose | 用途 | 要什么、做什么用。 | an..2000 |  | INTERNAL | 34 36
DE-PUB-033 | ResourceDemand | app | 有关应用 | 用在哪个应用；没有注明或访问者无权查看时为空。 | object |  | INTERNAL | 34 36
DE-PUB-034 | ResourceDemand | batch | 所在的需求批次 | 所在的需求批次；还没有归集或访问者无权查看时为空。 | object |  | INTERNAL | 34 36
DE-PUB-035 | ResourceDemand | deliveryForm | 交付形式 | 交付形式；转供之后才有。 | code | deliveryForm | INTERNAL | 34 36
DE-PUB-036 | ResourceDemand | expectedSupplier | 资源可能在哪个单位 | 提出时以为资源在哪个单位。 | an..100 |  | INTERNAL | 34 36
DE-PUB-037 | ResourceDemand | supplier | 提供单位 | 提供单位；对接之后才有。 | an..100 |  | INTERNAL | 34 36
DE-PUB-038 | ResourceDemand | supplyReference | 提供凭据 | 提供凭据。 | an..200 |  | INTERNAL | 34 36
DE-PUB-039 | ResourceDemandBatch | summary | 归集说明 | 归集说明。 | an..2000 |  | INTERNAL | 36
DE-PUB-040 | ServiceItem | app | 有关应用 | 关联的应用；没有关联或访问者无权查看时为空。 | object |  | INTERNAL | 16 17
DE-PUB-041 | ServiceItem | exception | 免于接入所凭的例外 | 免于接入所凭的例外。 | object |  | INTERNAL | 16 17
DE-PUB-042 | ServiceItem | verticalSystem | 所属条线 | 所属条线。 | code | industryCategory | INTERNAL | 16 17
`,
);
