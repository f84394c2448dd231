/** What the user of the hosts may do with which table. By default everything. */
export type Access = "Create" | "Read" | "Write" | "Delete" | "Assign" | "Share" | "Append" | "AppendTo";

/** In the order of the platform's numbers, which begin with 1. */
const accesses: readonly Access[] = ["Create", "Read", "Write", "Delete", "Assign", "Share", "Append", "AppendTo"];

export class Privileges {
  private readonly revoked = new Set<string>();

  revoke(table: string, access: Access): void { this.revoked.add(`${access} ${table}`); }
  grant(table: string, access: Access): void { this.revoked.delete(`${access} ${table}`); }
  has(table: string, access: Access): boolean { return !this.revoked.has(`${access} ${table}`); }

  /** @param type number of the platform: 1 create to 8 append to; 0 is no access at all and always granted. */
  hasType(table: string, type: number): boolean {
    const access = accesses[type - 1];
    return access === undefined || this.has(table, access);
  }

  get unreadable(): readonly string[] {
    return [...this.revoked].filter(key => key.startsWith("Read ")).map(key => key.slice("Read ".length));
  }
}
