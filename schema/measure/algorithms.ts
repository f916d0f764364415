/**
 * The algorithms that are not in the list of those allowed (article 68); the list is the value of the rule parameter
 * `crypto.allowed_algorithms`: names with commas between them. Lower and upper case are the same.
 */
export function notAllowed(algorithms: readonly string[], allowedList: string): string[] {
  const allowed = new Set(allowedList.split(',').map((name) => name.trim().toUpperCase()));
  return algorithms.filter((name) => !allowed.has(name.toUpperCase()));
}
