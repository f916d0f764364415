/** Makes a value once for each key and gives the same again. */
export function remember<K, V>(
  make: (key: K) => V,
  store: { get(key: K): V | undefined; set(key: K, value: V): unknown } = new Map<K, V>(),
): (key: K) => V {
  return (key) => {
    const known = store.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    store.set(key, made);
    return made;
  };
}
