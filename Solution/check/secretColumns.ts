/** Columns that may hold secrets: no view fetches them, no form shows them. */
export const SECRET_COLUMNS: readonly string[] = ["credentials", "callbackurl", "connectionid", "context", "sessionusersid", "inputs", "outputs", "additionalcontext", "inputarguments", "protectionkey"];
