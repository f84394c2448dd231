/** What a column of dates can hold: Dataverse refuses a question about earlier or later instants. In epoch ms. */
const EARLIEST = Date.UTC(1753, 0, 1);
const LATEST = Date.UTC(9999, 11, 31);
const SECOND_MS = 1000;

/** An instant as FetchXML takes it, in UTC and whole seconds: Dataverse stores no milliseconds. */
function utcText(ms: number): string {
  return `${new Date(Math.min(LATEST, Math.max(EARLIEST, ms))).toISOString().slice(0, -".000Z".length)}Z`;
}

/** The last whole second that is not after the instant (epoch ms): where a range begins. */
export const secondFrom = (ms: number): string => utcText(Math.floor(ms / SECOND_MS) * SECOND_MS);

/** The first whole second that is not before the instant (epoch ms): where a range ends, itself not in it. */
export const secondTo = (ms: number): string => utcText(Math.ceil(ms / SECOND_MS) * SECOND_MS);
