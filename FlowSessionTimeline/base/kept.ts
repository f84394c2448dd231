/** What is made of an object, made once and kept as long as the object is: for what costs more than to look it up in each frame. */
export function kept<K extends object, T extends NonNullable<unknown>>(make: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, T>();
  return (key) => {
    let made = known.get(key);
    if (made === undefined) known.set(key, (made = make(key)));
    return made;
  };
}
