import * as React from "react";

/** A name and what it is; an empty value leaves the pair out. */
export type Fact = readonly [string, React.ReactNode];

export function Facts(props: { readonly title: string; readonly facts: readonly Fact[] }): JSX.Element | null {
  const facts = props.facts.filter(([, value]) => value !== "" && value !== null);
  if (facts.length === 0) return null;
  return (
    <section>
      <h3>{props.title}</h3>
      <dl className="fst-list">
        {facts.map(([name, value]) => (
          <React.Fragment key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </React.Fragment>
        ))}
      </dl>
    </section>
  );
}
