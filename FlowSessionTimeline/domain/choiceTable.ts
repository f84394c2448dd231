import { Choice, NO_CHOICE } from "./run";

/** Distinct choices, each kept once and named by a number; index 0 is NO_CHOICE. */
export class ChoiceTable {
  private choices: Choice[] = [];
  private readonly byLabel = new Map<string, Map<number, number>>();

  public constructor() {
    this.clear();
  }

  /** The index of the choice, which is entered if it is new. */
  public indexOf(choice: Choice): number {
    let byValue = this.byLabel.get(choice.label);
    if (byValue === undefined) this.byLabel.set(choice.label, (byValue = new Map()));
    let index = byValue.get(choice.value);
    if (index === undefined) byValue.set(choice.value, (index = this.choices.push(choice) - 1));
    return index;
  }

  public choice(index: number): Choice {
    return this.choices[index];
  }

  public clear(): void {
    this.choices = [];
    this.byLabel.clear();
    this.indexOf(NO_CHOICE);
  }
}
