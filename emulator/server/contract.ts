/** What the parts of the emulated Dataverse share: its tables, its answers and its faults. Knows no host and no DOM, so that it runs in a Worker. */
import type { Language, TableDefinition } from "../contract";

/** A many-to-one relationship of a table: the column that points to another table. */
export interface Relationship {
  readonly schemaName: string;
  readonly column: string;
  readonly referencedTable: string;
  readonly referencedColumn: string;
}

/** A table as the server describes it. */
export interface ServerTableDefinition extends TableDefinition {
  readonly entitySetName: string;
  readonly relationships: readonly Relationship[];
}

/** A view as the server stores it, of everybody (savedquery) or of one user (userquery). */
export interface StoredView {
  /** Lower-case GUID. */
  readonly id: string;
  readonly kind: "savedquery" | "userquery";
  readonly name: string;
  readonly table: string;
  readonly fetchXml: string;
  readonly layoutXml: string;
}

/** Whose question it is: relative operators count in this zone, eq-userid means this user. */
export interface Caller {
  /** Lower-case GUID without braces. */
  readonly userId: string;
  readonly businessUnitId: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Of formatted values. Default en-US. */
  readonly language?: Language;
}

/** One record of an answer as the Web API writes it: `_x_value`, annotations, no key for a blank cell of a FetchXML answer. */
export type Entity = Readonly<Record<string, unknown>>;

export interface FetchAnswer {
  readonly entities: readonly Entity[];
  /** As the host hands it on: `<cookie pagenumber="2" pagingcookie="%253ccookie…" istracking="False" />`; null on the last page, and where paging goes by number only. */
  readonly cookie: string | null;
  readonly moreRecords: boolean;
  /** Where the fetch asks for it (returntotalrecordcount): 5,000 at most. */
  readonly totalRecordCount?: number;
  readonly totalRecordCountLimitExceeded?: boolean;
}

/** Web API errors are plain objects, not instances of Error. */
export interface ServerError {
  readonly errorCode: number;
  readonly message: string;
  readonly title?: string;
  /** Of the HTTP answer; absent where none came. */
  readonly httpStatus?: number;
  /** The answer with its headers, as JSON. */
  readonly raw?: string;
}

/** One question to the database, answered at once. Times in epoch ms. */
export interface FetchQuestion {
  readonly xml: string;
  readonly caller: Caller;
  readonly nowMs: number;
  /** Rows per page at most: the smaller of this, the fetch's own count and 5,000. */
  readonly pageSize: number;
}
