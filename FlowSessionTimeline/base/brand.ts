/** A number or string that carries its meaning in its type; at run time it is the bare value. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };

/** An instant: milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = Brand<number, "EpochMs">;

/** A length of time in milliseconds; may be negative where a difference may be. */
export type DurationMs = Brand<number, "DurationMs">;

export const epochMs = (value: number): EpochMs => value as EpochMs;
export const durationMs = (value: number): DurationMs => value as DurationMs;

export const SECOND = durationMs(1000);
export const MINUTE = durationMs(60_000);
export const HOUR = durationMs(3_600_000);
export const DAY = durationMs(86_400_000);
