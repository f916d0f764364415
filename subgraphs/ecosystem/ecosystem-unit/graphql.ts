import { decryptField } from '@zgt/runtime/crypto/field-encryption.ts';
import { maskName, maskPhone } from '@zgt/runtime/crypto/masking.ts';
import type { Builder, SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { addNoun, enumOf, type NounOptions } from '@zgt/runtime/graphql/noun.ts';
import type { SharedTypes } from '@zgt/runtime/graphql/types.ts';
import { EXIT_GROUNDS, UNIT_TYPES, WORK_SCOPES } from '../choices.ts';
import type { addServiceProvider } from '../service-provider/graphql.ts';
import type { EcosystemUnitRow } from '../tables.ts';
import { ecosystemUnit } from './actions.ts';

/** Who may see a unit's contact in full: its own people, and those who decide on it. */
function mayUnmask(unit: EcosystemUnitRow, { viewer }: SubgraphContext): boolean {
  return (
    viewer.organizationId === unit.organizationId ||
    viewer.party === 'PROJECT_COMPANY' ||
    viewer.party === 'MANAGEMENT_UNIT'
  );
}

async function contact(unit: EcosystemUnitRow, purpose: string | null | undefined, context: SubgraphContext) {
  const { runtime, loaders } = context;
  const phone = decryptField(runtime.keys, unit.contactPhoneCipher, `contactPhone:${unit.organizationId}`);
  if (!purpose?.trim() || !mayUnmask(unit, context))
    return { name: maskName(unit.contactName), phone: maskPhone(phone), masked: true };
  await loaders.logRead.load({
    noun: 'EcosystemUnit',
    recordId: unit.id,
    action: 'readContact',
    outcome: 'READ',
    articles: [71],
    reason: purpose.trim().slice(0, 200),
  });
  return { name: unit.contactName, phone, masked: false };
}

/** 生态单位 in the API. */
export function addEcosystemUnit(
  builder: Builder,
  shared: SharedTypes,
  organization: NounOptions['organization'],
  serviceProvider: ReturnType<typeof addServiceProvider>,
) {
  const contactType = builder
    .objectRef<{ name: string; phone: string; masked: boolean }>('UnitContact')
    .implement({
      description: '联系人。默认遮蔽；给出用途且有权时返回全文，并留下查看记录。',
      fields: (t) => ({
        name: t.exposeString('name'),
        phone: t.exposeString('phone', { description: '联系电话。用途：就入驻、协议和应用与单位联系。' }),
        masked: t.exposeBoolean('masked'),
      }),
    });
  return addNoun(builder, shared, ecosystemUnit, {
    plural: 'ecosystemUnits',
    organization,
    interfaces: [serviceProvider],
    reads: { provides: [], title: ['name'], contact: ['contactName', 'contactPhoneCipher'] },
    fields: (t) => ({
      name: t.string({ description: '单位名称。', resolve: (unit: EcosystemUnitRow) => unit.name }),
      unifiedSocialCreditCode: t.field({
        type: 'UnifiedSocialCreditCode',
        resolve: (unit: EcosystemUnitRow) => unit.unifiedSocialCreditCode,
      }),
      unitType: t.field({
        type: enumOf(builder, 'UnitType', UNIT_TYPES),
        resolve: (unit: EcosystemUnitRow) => unit.unitType,
      }),
      registeredAddress: t.string({ resolve: (unit: EcosystemUnitRow) => unit.registeredAddress }),
      exitGround: t.field({
        type: enumOf(builder, 'ExitGround', EXIT_GROUNDS),
        nullable: true,
        description: '退出的事由；没有退出或没有写明的为空。',
        resolve: (unit: EcosystemUnitRow) => unit.exitGround as never,
      }),
      workScopes: t.field({
        type: [enumOf(builder, 'WorkScope', WORK_SCOPES)],
        description: '拟参与的工作。',
        resolve: (unit: EcosystemUnitRow) => unit.workScopes,
      }),
      contact: t.field({
        type: contactType,
        args: { purpose: t.arg.string({ description: '查看全文的用途；不填则遮蔽。' }) },
        resolve: (
          unit: EcosystemUnitRow,
          { purpose }: { purpose?: string | null },
          context: SubgraphContext,
        ) => contact(unit, purpose, context),
      }),
    }),
  });
}
