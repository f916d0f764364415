import type { APPS } from './app-content.ts';

/** What an app of the demonstration tells its users about their data; null when it collects none (article 71). */
export function noticeOf(appId: string, { particulars, configuration }: (typeof APPS)[number]) {
  const declared = ((configuration.fieldPurposes ?? []) as string[]).map(
    (line) => line.split('：') as [string, string],
  );
  if (declared.length === 0) return null;
  const purposes = declared.map(([, purpose]) => purpose);
  return {
    appId,
    versionText: '1.0',
    purposes,
    fieldsPerPurpose: declared.map(([field, purpose]) => `${purpose}：${field}`),
    body: `“${particulars.name}”只为${purposes.join('、')}处理您的个人信息，服务终止之后三十日内删除。您可以随时在“我的”中撤回同意，撤回即刻生效。演示内容。`,
  };
}
