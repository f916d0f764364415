import { elementsOf } from './elements-of.ts';

/** Elements of units, brand use, cooperation and user rules. */
export const PARTY_ELEMENTS = elementsOf(
  '1.1.0',
  `
DE-PTY-001 | AuthorizationAgreement | authorizer | 给予授权的业主单位或项目公司 | 给予授权的业主单位或项目公司。 | object |  | INTERNAL | 7 35 38
DE-PTY-002 | AuthorizationAgreement | ecosystemUnit | 生态单位 | 生态单位。 | object |  | INTERNAL | 7 35 38
DE-PTY-003 | AuthorizationAgreement | industryCategories | 可提供应用的行业 | 可提供应用的行业；空表示不限。 | code[] | industryCategory | INTERNAL | 7 35 38
DE-PTY-004 | AuthorizationAgreement | normNumbers | 所引用的商业规范的编号 | 所引用的商业规范的编号。 | an..2000[] |  | INTERNAL | 7 35 38
DE-PTY-005 | BrandAuthorization | isEffective | 此刻是否有效 | 此刻是否有效：已获同意、在期限内、未暂停或撤销。 | boolean |  | INTERNAL | 48 50 52
DE-PTY-006 | BrandAuthorization | trademark | 商标 | 商标。 | object |  | INTERNAL | 48 50 52
DE-PTY-007 | BrandVerification | purpose | 用途 | 用途。 | an..2000 |  | PUBLIC |
DE-PTY-008 | BrandVerification | articles | 依据的条款 | 依据的条款。 | n..9[] |  | PUBLIC |
DE-PTY-009 | BrandVerification | activities | 授权的活动 | 授权的活动。 | an..2000[] |  | PUBLIC |
DE-PTY-010 | BrandVerification | channels | 授权的渠道 | 授权的渠道。 | an..2000[] |  | PUBLIC |
DE-PTY-011 | BrandVerification | checkedAt | 检查时刻 | 结论对应的时刻。 | datetime |  | PUBLIC |
DE-PTY-012 | BrandVerification | holder | 核验所示的单位 | 被授权单位。 | object |  | PUBLIC |
DE-PTY-013 | BrandVerification | issuedAt | 签发时刻 | 签发时刻。 | datetime |  | PUBLIC |
DE-PTY-014 | BrandVerification | marks | 授权的标识 | 授权的标识。 | an..2000[] |  | PUBLIC |
DE-PTY-015 | BrandVerification | materials | 授权的物料 | 授权的物料。 | an..2000[] |  | PUBLIC |
DE-PTY-016 | BrandVerification | qrCodeSvg | 指向核验页的二维码 | 指向核验页的二维码，SVG。 | an..2000 |  | PUBLIC |
DE-PTY-017 | BrandVerification | regions | 授权的地区 | 授权的地区。 | an..2000[] |  | PUBLIC |
DE-PTY-018 | BrandVerification | signature | 证书签名和验签资料 | 证书签名。 | object |  | PUBLIC |
DE-PTY-019 | BrandVerification | url | 核验页地址 | 核验页地址。 | an..2000 |  | PUBLIC |
DE-PTY-020 | BrandVerification | verdict | 核验结论 | 核验结论。 | code | verificationVerdict | PUBLIC |
DE-PTY-021 | BusinessNorm | versionText | 版本 | 版本。 | an..40 |  | PUBLIC | 46 53
DE-PTY-022 | BusinessNorm | body | 正文 | 正文。 | an..40000 |  | PUBLIC | 46 53
DE-PTY-023 | BusinessNorm | kindLabel | 种类名称 | 种类名称。 | an..120 |  | PUBLIC | 46 53
DE-PTY-024 | CertificateSignature | algorithm | 签名算法 | 签名算法。 | an..2000 |  | PUBLIC |
DE-PTY-025 | CertificateSignature | keyId | 密钥编号 | 密钥编号。 | an..2000 |  | PUBLIC |
DE-PTY-026 | CertificateSignature | payload | 被签名的原文 | 被签名的原文。 | an..2000 |  | PUBLIC |
DE-PTY-027 | CertificateSignature | publicKeyPem | 验签公钥 | 验签公钥。 | an..2000 |  | PUBLIC |
DE-PTY-028 | CertificateSignature | valid | 本平台此刻验签的结果 | 本平台此刻验签的结果。 | boolean |  | PUBLIC |
DE-PTY-029 | CertificateSignature | value | DER 编码的签名 | DER 编码的签名，十六进制。 | an..2000 |  | PUBLIC |
DE-PTY-030 | CommercialCooperation | checkNote | 检查情况 | 最近一次检查的情况。 | an..2000 |  | INTERNAL | 46 48 53
DE-PTY-031 | CommercialCooperation | checkResult | 检查结果 | 最近一次经营检查的结果；历次检查见时间线。 | code | cooperationCheck | INTERNAL | 46 48 53
DE-PTY-032 | CommercialCooperation | content | 合作内容 | 合作内容。 | an..2000 |  | INTERNAL | 46 48 53
DE-PTY-033 | CommercialCooperation | followUpNumber | 后续事项的编号 | 最近一次检查的后续事项编号。 | an..32 |  | INTERNAL | 46 48 53
DE-PTY-034 | CommercialCooperation | income | 收入 | 最近登记的收入，单位元。 | n..10 |  | INTERNAL | 46 48 53
DE-PTY-035 | CommercialCooperation | incomePeriod | 所属季度 | 最近登记的收入所属的季度。 | an..6 |  | INTERNAL | 46 48 53
DE-PTY-036 | CommercialCooperation | restrictiveTerms | 限制性条款 | 经法律审查保留的限制性条款；通常为空。 | code[] | restrictiveTerm | INTERNAL | 46 48 53
DE-PTY-037 | DisputeRecord | description | 情况说明 | 情况说明。 | an..4000 |  | INTERNAL | 54
DE-PTY-038 | DisputeRecord | outcome | 结果 | 和解或裁判的结果。 | an..2000 |  | INTERNAL | 54
DE-PTY-039 | DisputeRecord | accountabilityNumber | 追责立案的编号 | 追责立案的编号。 | an..32 |  | INTERNAL | 54
DE-PTY-040 | DisputeRecord | activity | 所涉的商业活动 | 所涉的商业活动。 | an..200 |  | INTERNAL | 54
DE-PTY-041 | DisputeRecord | brandImpact | 影响 | 对品牌的影响；还没有认定的为空。 | code | brandImpact | INTERNAL | 54
DE-PTY-042 | DisputeRecord | parties | 参与的各方 | 参与的各方。 | code[] | disputeParty | INTERNAL | 54
DE-PTY-043 | DisputeRecord | reference | 案号或文号 | 案号或文号。 | an..100 |  | INTERNAL | 54
DE-PTY-044 | DisputeRecord | responsibleParty | 责任方 | 被追究责任的一方。 | code | disputeParty | INTERNAL | 54
DE-PTY-045 | EcosystemUnit | contact | 联系人资料 | 联系人资料。 | object |  | INTERNAL | 7 35 42
DE-PTY-046 | GovernmentBody | level | 层级 | 层级。 | code | governmentLevel | INTERNAL | 11 13 16
DE-PTY-047 | GovernmentBody | party | 单位类别 | 单位类别。 | code | governmentParty | INTERNAL | 11 13 16
DE-PTY-048 | MachineCredential | purpose | 用途 | 用途。 | an..300 |  | INTERNAL | 7 68
DE-PTY-049 | MachineCredential | roles | 程序的岗位 | 程序的岗位，在签发时确定。 | an..2000[] |  | INTERNAL | 7 68
DE-PTY-050 | Member | roles | 岗位 | 岗位。 | code[] | memberRole | INTERNAL | 3 6 68
DE-PTY-051 | Member | username | 用户名或邮箱 | 登录名。 | an..64 |  | INTERNAL | 3 6 68
DE-PTY-052 | Member | verifiedAt | 实名核验的时刻 | 实名核验的时刻；未核验为空。 | datetime |  | INTERNAL | 3 6 68
DE-PTY-053 | MisuseReport | enforcementKind | 维权方式 | 最近一次维权的方式。 | code | enforcementKind | INTERNAL | 50 51
DE-PTY-054 | MisuseReport | sighting | 发现的时间和地点 | 发现的时间和地点。 | an..300 |  | INTERNAL | 50 51
DE-PTY-055 | Organization | capabilityRequests | 该单位的能力申请 | 该单位的能力申请，新的在前，只含访问者可以查看的。 | object |  | INTERNAL |
DE-PTY-056 | Organization | partyLabel | 参与方名称 | 参与方名称。 | an..120 |  | INTERNAL |
DE-PTY-057 | OwnerUnit | concessionNumber | 特许经营协议编号 | 特许经营协议编号。 | an..60 |  | INTERNAL | 5
DE-PTY-058 | OwnerUnit | concessionScopes | 特许经营范围 | 特许经营范围。 | code[] | concessionScope | INTERNAL | 5
DE-PTY-059 | OwnerUnit | grantedOn | 授予日 | 授予日。 | date |  | INTERNAL | 5
DE-PTY-060 | PenaltyClause | clause | 条目 | 条目。 | an..2000 |  | PUBLIC |
DE-PTY-061 | PenaltyClause | behaviour | 违规行为 | 违规行为。 | an..2000 |  | PUBLIC |
DE-PTY-062 | PenaltyClause | penalties | 可以怎样处理 | 可以怎样处理。 | code[] | userPenalty | PUBLIC |
DE-PTY-063 | ProjectCompany | shareholders | 股东和出资比例 | 股东和出资比例，每项为名称和百分数。 | an..120[] |  | INTERNAL | 6
DE-PTY-064 | Trademark | applicationNumber | 申请号 | 申请号。 | an..20 |  | INTERNAL | 49
DE-PTY-065 | TrademarkLicense | trademark | 商标 | 许可使用的商标。 | object |  | INTERNAL | 49
DE-PTY-066 | UnitContact | phone | 单位联系电话 | 联系电话。 | an..2000 |  | INTERNAL |
DE-PTY-067 | UnitContact | masked | 是否已遮蔽 | 是否已遮蔽。 | boolean |  | INTERNAL |
DE-PTY-068 | UserRule | body | 正文 | 正文。 | an..20000 |  | PUBLIC | 44
DE-PTY-069 | UserRule | guidance | 指导意见 | 管理单位的指导意见。 | an..4000 |  | PUBLIC | 44
DE-PTY-070 | UserRule | clauses | 违规行为和处理方式 | 违规行为和处理方式。 | object[] |  | PUBLIC | 44
DE-PTY-071 | UserViolation | clause | 违反的条目 | 违反的条目。 | an..40 |  | INTERNAL | 44
DE-PTY-072 | UserViolation | userReference | 用户代号 | 用户在平台内的代号。 | an..64 |  | INTERNAL | 44
DE-PTY-073 | UserViolation | appeal | 用户的申诉 | 用户的申诉。 | an..4000 |  | INTERNAL | 44
DE-PTY-074 | UserViolation | facts | 事实 | 事实。 | an..4000 |  | INTERNAL | 44
DE-PTY-075 | UserViolation | penalty | 处理方式 | 作出的处理；还没有处理的为空。 | code | userPenalty | INTERNAL | 44
DE-PTY-076 | UserViolation | penaltyInForce | 现在对用户有效的处理 | 现在对用户有效的处理；申诉期间仍有效，解除或到期之后为空。 | code | userPenalty | INTERNAL | 44
DE-PTY-077 | UserViolation | penaltyUntil | 处理到哪一天 | 处理的最后一天；没有期限的为空。 | date |  | INTERNAL | 44
DE-PTY-078 | UserViolation | ruleNumber | 处理依据的用户规则的编号 | 处理依据的用户规则的编号。 | an..120 |  | INTERNAL | 44
DE-PTY-079 | EcosystemUnit | exitGround | 退出事由 | 单位因什么退出生态；没有退出或没有写明的为空。 | code | exitGround | INTERNAL | 42 53
DE-PTY-080 | EcosystemUnit | provides | 可以提供的种类 | 按已获批的资格现在可以提供什么；暂停和已经退出的为空。 | code[] | provisionKind | PUBLIC | 7 35 42
DE-PTY-081 | GovernmentBody | provides | 可以提供的种类 | 按已获批的资格现在可以提供什么；暂停和已经退出的为空。 | code[] | provisionKind | PUBLIC | 11 13 16
DE-PTY-082 | Member | sharingSuspectedAt | 疑似共用的时刻 | 账号在另一台设备登录、先前的会话因此结束的最近时刻；没有发生过的为空。 | datetime |  | INTERNAL | 68
DE-PTY-083 | UserViolation | appealAnswer | 对申诉的答复 | 项目公司答复申诉或解除处理时写给用户的理由，用户看得到。 | an..4000 |  | INTERNAL | 44
DE-PTY-084 | UserViolation | terminalUser | 被处理的用户 | 违规的用户在用户登记中的记录，从中可看到对其有效的全部处理。 | object |  | INTERNAL | 44
DE-PTY-085 | TerminalUser | userKind | 个人或单位 | 平台内的这个用户是个人，还是有自己账号的单位。 | code | terminalUserKind | INTERNAL | 8 44
DE-PTY-086 | FairnessComplaint | statement | 投诉理由 | 单位认为那一项决定不公平的理由。 | an..4000 |  | INTERNAL | 46
DE-PTY-087 | FairnessComplaint | decisionNumber | 被投诉的决定的编号 | 被决定的申请的编号；单位所投诉的是对它的决定。 | an..32 |  | INTERNAL | 46
DE-PTY-088 | FairnessComplaint | decisionTitle | 被投诉的决定的标题 | 被决定的申请在投诉时的标题，以后改名不影响它。 | an..2000 |  | INTERNAL | 46
DE-PTY-089 | FairnessComplaint | finding | 投诉的结论 | 管理单位认定投诉是否属实；还没有认定的为空。 | code | fairnessFinding | INTERNAL | 46
DE-PTY-090 | FairnessComplaint | conclusion | 认定的理由和建议 | 管理单位作出认定的理由，以及对项目公司的建议；还没有认定的为空。 | an..4000 |  | INTERNAL | 46
`,
);
