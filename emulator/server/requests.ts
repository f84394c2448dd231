/** What a host asks the emulated Dataverse and what comes back: plain data, so that both can cross to a Worker. */
import type { EmulatedRow } from "../contract";
import type { Caller, Entity, Relationship, ServerError } from "./contract";

/** `webAPI.retrieveRecord`. The id is a lower-case GUID without braces. */
export interface RecordQuestion { readonly table: string; readonly id: string; readonly options: string }

/** `webAPI.retrieveMultipleRecords`. `options` is the text that goes into the address, from its question mark on. */
export interface RowsQuestion { readonly table: string; readonly options: string; readonly maxPageSize: number }
export interface RowsAnswer {
  readonly entities: readonly Entity[];
  /** Null on the last page, and where pages go by number only. */
  readonly cookie: string | null;
  readonly moreRecords: boolean;
}

/** `utils.getEntityMetadata`. Without `columns`: all of them. */
export interface MetadataQuestion { readonly table: string; readonly columns: readonly string[] | null }
export interface ColumnFacts {
  readonly name: string;
  readonly displayName: string;
  /** As the platform spells it: `datetime`, `lookup`, `picklist` and so on. */
  readonly typeName: string;
  readonly typeCode: number;
  readonly targets: readonly string[];
  readonly options: readonly { readonly value: number; readonly label: string }[];
}
export interface TableFacts {
  readonly logicalName: string;
  readonly entitySetName: string;
  readonly primaryId: string;
  readonly primaryName: string;
  /** Only those that exist; a column that does not is left out without a word. */
  readonly columns: readonly ColumnFacts[];
  readonly relationships: readonly Relationship[];
}

type FilterExpression = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression;

/** One page of a bound dataset: what the host asks by itself. */
export interface PageQuestion {
  readonly table: string;
  readonly viewId: string;
  /** Columns that the dataset shows. */
  readonly columns: readonly string[];
  /** The record of the form around a subgrid. */
  readonly parent: { readonly column: string; readonly id: string } | null;
  readonly quickFind: string;
  /** As the control set it; its operators were checked by the host. */
  readonly filter: FilterExpression | null;
  /** Empty: the view's own order. */
  readonly sorting: readonly { readonly column: string; readonly descending: boolean }[];
  /** From 1. */
  readonly page: number;
  readonly size: number;
  /** Of the page before, where that is the last one that was read. */
  readonly cookie: string | null;
}
export interface PageAnswer {
  readonly rows: readonly EmulatedRow[];
  /** Rows of all pages; Dataverse counts to 5,000, and 5,001 means more. */
  readonly total: number;
  readonly cookie: string | null;
  readonly moreRecords: boolean;
}

/** A bound action without parameters. */
export interface ActionQuestion { readonly table: string; readonly id: string; readonly name: string }

/** Every kind of request, with its question and its answer. */
export interface Requests {
  readonly record: { readonly question: RecordQuestion; readonly answer: Entity };
  readonly rows: { readonly question: RowsQuestion; readonly answer: RowsAnswer };
  readonly metadata: { readonly question: MetadataQuestion; readonly answer: TableFacts };
  readonly page: { readonly question: PageQuestion; readonly answer: PageAnswer };
  readonly action: { readonly question: ActionQuestion; readonly answer: null };
}
export type RequestKind = keyof Requests;

/** Who asks, when, and what that user may not do. */
export interface Circumstances {
  readonly caller: Caller;
  /** Epoch ms at which the question is answered. */
  readonly nowMs: number;
  /** Tables whose rows this user may not read. */
  readonly unreadable: readonly string[];
}

/** Bytes of the answer as JSON in UTF-8; rows that it carries. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T; readonly rows: number; readonly bytes: number }
  | { readonly ok: false; readonly error: ServerError };

/** Answers questions, here or in a Worker. */
export interface Backend {
  /** @throws (rejects) where the emulator itself is at fault; errors of the server come as a reply. */
  ask<K extends RequestKind>(kind: K, question: Requests[K]["question"], circumstances: Circumstances): Promise<Reply<Requests[K]["answer"]>>;
}
