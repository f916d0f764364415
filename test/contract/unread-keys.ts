/** A value and the record of which of its parts were looked at. */
export interface Watched {
  value: unknown;
  original: unknown;
  seen: Set<string>;
}

/** Wraps a value so that it is known afterwards which of its fields a validator has looked at. */
export function read(original: unknown): Watched {
  const seen = new Set<string>();
  const wrap = (value: unknown, path: string): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    return new Proxy(value, {
      get: (target, key) => {
        const found = Reflect.get(target, key);
        if (typeof key === 'symbol' || !Object.hasOwn(target, key) || key === 'length') return found;
        const place = path === '' ? key : `${path}.${key}`;
        seen.add(place);
        return wrap(found, place);
      },
    });
  };
  return { value: wrap(original, ''), original, seen };
}

/** The fields that nobody looked at: a validator looks at every field that its schema knows. */
export function unreadKeys({ original, seen }: Watched): string[] {
  const unread: string[] = [];
  const walk = (value: unknown, path: string) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      const place = path === '' ? key : `${path}.${key}`;
      if (seen.has(place)) walk(part, place);
      else unread.push(place);
    }
  };
  walk(original, '');
  return unread;
}
