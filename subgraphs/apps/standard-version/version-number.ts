const FORM = /^\d{1,4}\.\d{1,4}\.\d{1,4}$/;

/** Three numbers, `1.0.0`. */
export const isVersionNumber = (text: string): boolean => FORM.test(text);

/** Below zero when the first version comes before the second. */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [one, other].map((text) => text.split('.').map(Number));
  for (let at = 0; at < 3; at++) {
    const difference = first![at]! - second![at]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
