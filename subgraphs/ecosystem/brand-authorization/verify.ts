import { shanghaiDate } from '@zgt/runtime/calendar/work-calendar.ts';
import { now } from '@zgt/runtime/clock.ts';
import { type Builder, basis, type SubgraphContext } from '@zgt/runtime/graphql/builder.ts';
import { asParent, publicFor } from '@zgt/runtime/graphql/cache-hints.ts';
import QRCode from 'qrcode';
import { BRAND_ACTIVITIES, BRAND_CHANNELS } from '../choices.ts';
import type { BrandAuthorizationRow } from '../tables.ts';
import { checkCertificate, isCertificateNumber, type SignatureCheck } from './certificate.ts';
import { brandAuthorizationLifecycle } from './lifecycle.ts';
import { type CertifiedBrand, findByCertificate } from './store.ts';

/** Consent given, not suspended or ended, and today within its term (article 50). */
export function isInForce(
  brand: Pick<BrandAuthorizationRow, 'state' | 'validFrom' | 'validUntil'>,
  today: string,
): boolean {
  return brand.state === 'EFFECTIVE' && brand.validFrom <= today && today <= brand.validUntil;
}

type Verdict = 'IN_FORCE' | 'NOT_IN_FORCE' | 'NOT_FOUND';

interface Verification {
  number: string;
  checkedAt: Date;
  verdict: Verdict;
  reason: string;
  brand: CertifiedBrand | null;
  signature: SignatureCheck | null;
}

function reasonOf(brand: CertifiedBrand, today: string): string {
  if (brand.state !== 'EFFECTIVE')
    return `${brandAuthorizationLifecycle.states[brand.state as 'REVOKED'].label}。`;
  if (today < brand.validFrom) return `自 ${brand.validFrom} 起才生效。`;
  if (today > brand.validUntil) return `已于 ${brand.validUntil} 届满。`;
  return '经管理单位同意，在授权范围和期限内有效。';
}

/** Looks a certificate up for anyone, as of this second, and checks its signature. */
async function verify(context: SubgraphContext, typed: string): Promise<Verification> {
  const { runtime } = context;
  const number = typed.trim().toUpperCase();
  const checkedAt = now();
  const nothing = { number, checkedAt, verdict: 'NOT_FOUND' as const, brand: null, signature: null };
  if (!isCertificateNumber(number))
    return { ...nothing, reason: '编号格式或校验位不对，请核对是否输错。正确形式如 ZGT-2026-000001-X。' };
  const brand = await findByCertificate(runtime.db, number);
  if (!brand) return { ...nothing, reason: '没有这个编号的品牌授权。' };
  const signature = checkCertificate(runtime.keys, brand);
  const today = shanghaiDate(checkedAt);
  const inForce = isInForce(brand, today) && signature?.valid === true;
  return {
    number,
    checkedAt,
    verdict: inForce ? 'IN_FORCE' : 'NOT_IN_FORCE',
    reason: signature?.valid ? reasonOf(brand, today) : '证书签名核对不符，请勿采信并向项目公司反映。',
    brand,
    signature,
  };
}

const labels = (names: readonly string[], options: Readonly<Record<string, string>>) =>
  names.map((name) => options[name] ?? name);

/** The public check of a brand authorization. */
export function addVerification(builder: Builder): void {
  const signature = builder.objectRef<SignatureCheck>('CertificateSignature').implement({
    description:
      '证书的签名，附离线核对所需的一切：对 payload 的 UTF-8 字节以 SM2（用户标识 1234567812345678，摘要 SM3）验签。',
    fields: (t) => ({
      algorithm: t.exposeString('algorithm'),
      keyId: t.exposeString('keyId'),
      publicKeyPem: t.exposeString('publicKeyPem'),
      value: t.exposeString('value', { description: 'DER 编码的签名，十六进制。' }),
      payload: t.exposeString('payload', { description: '被签名的原文。' }),
      valid: t.exposeBoolean('valid', { description: '本平台此刻验签的结果。' }),
    }),
  });
  const holder = builder.objectRef<CertifiedBrand>('CertificateHolder').implement({
    fields: (t) => ({
      name: t.string({ resolve: (brand) => brand.holderName }),
      unifiedSocialCreditCode: t.field({
        type: 'UnifiedSocialCreditCode',
        resolve: (brand) => brand.holderCode,
      }),
    }),
  });
  const verdict = builder.enumType('VerificationVerdict', {
    values: {
      IN_FORCE: { value: 'IN_FORCE', description: '在有效期内' },
      NOT_IN_FORCE: { value: 'NOT_IN_FORCE', description: '现在无效' },
      NOT_FOUND: { value: 'NOT_FOUND', description: '不存在' },
    },
  });
  const listOf = (t: any, pick: (brand: CertifiedBrand) => string[]) =>
    t.stringList({ resolve: ({ brand }: Verification) => (brand ? pick(brand) : []) });
  const optional = (t: any, type: string, pick: (brand: CertifiedBrand) => unknown) =>
    t.field({ type, nullable: true, resolve: ({ brand }: Verification) => (brand ? pick(brand) : null) });
  const verification = builder.objectRef<Verification>('BrandVerification').implement({
    ...basis([50], '品牌授权的公开核验：此刻是否有效、什么范围、谁持有、签名是否相符。'),
    fields: (t) => ({
      number: t.exposeString('number'),
      checkedAt: t.expose('checkedAt', { type: 'DateTime', description: '结论对应的时刻。' }),
      verdict: t.field({ type: verdict, resolve: (row) => row.verdict as never }),
      reason: t.exposeString('reason'),
      status: optional(t, 'String', (brand) => brand.state),
      statusLabel: optional(
        t,
        'String',
        (brand) => brandAuthorizationLifecycle.states[brand.state as 'EFFECTIVE'].label,
      ),
      holder: t.field({ type: holder, nullable: true, ...asParent(), resolve: ({ brand }) => brand }),
      marks: listOf(t, (brand) => [brand.markName]),
      purpose: optional(t, 'String', (brand) => brand.purpose),
      activities: listOf(t, (brand) => labels(brand.activities, BRAND_ACTIVITIES)),
      channels: listOf(t, (brand) => labels(brand.channels, BRAND_CHANNELS)),
      regions: listOf(t, (brand) => brand.regions),
      materials: listOf(t, (brand) => brand.materials),
      validFrom: optional(t, 'Date', (brand) => brand.validFrom),
      validUntil: optional(t, 'Date', (brand) => brand.validUntil),
      issuedAt: optional(t, 'DateTime', (brand) => brand.consentedAt),
      articles: t.intList({ resolve: () => [50] }),
      signature: t.field({ type: signature, nullable: true, ...asParent(), resolve: (row) => row.signature }),
      url: t.string({
        resolve: ({ number }, _, { runtime }) => `${runtime.publicUrl}/verify/${encodeURIComponent(number)}`,
      }),
      qrCodeSvg: t.string({
        nullable: true,
        description: '指向核验页的二维码，SVG。',
        resolve: ({ brand, number }, _, { runtime }) =>
          brand
            ? QRCode.toString(`${runtime.publicUrl}/verify/${number}`, {
                type: 'svg',
                margin: 2,
                errorCorrectionLevel: 'M',
              })
            : null,
      }),
    }),
  });
  builder.queryField('verifyBrandAuthorization', (t) =>
    t.field({
      type: verification,
      ...publicFor('VERDICT', basis([50], '凭证书编号核验品牌授权，任何人可用，无须登录。')),
      args: { number: t.arg.string({ required: true }) },
      resolve: (_, { number }, context) => verify(context, number),
    }),
  );
}
