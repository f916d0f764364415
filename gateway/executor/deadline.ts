/** The time that one operation has. What is not there by then is left out of the answer. */
export interface Deadline {
  /** Gives the value, or throws DeadlinePassed when the time is over before it is there. */
  within<T>(value: Promise<T>): Promise<T>;
  /** Ends the count; to be called when the operation is over. */
  stop(): void;
}

/** Says that the operation's time was over. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
}

export function startDeadline(milliseconds: number): Deadline {
  const { promise: passed, reject } = Promise.withResolvers<never>();
  // Without a listener of its own the rejection would end the process when nobody waits any more.
  passed.catch(() => undefined);
  const timer = setTimeout(
    () => reject(new DeadlinePassed(`the operation was not finished in ${milliseconds} ms`)),
    milliseconds,
  );
  return {
    within: (value) => Promise.race([value, passed]),
    stop: () => clearTimeout(timer),
  };
}
