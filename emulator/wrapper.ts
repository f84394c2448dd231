/** The host's React component around a virtual control: its element, an error boundary, and `destroy`. */
import type * as ReactTypes from "react";
import type { HostLibraries } from "./contract";

export interface WrapperProps {
  readonly controlId: string;
  readonly element: ReactTypes.ReactElement | null;
  readonly failed: (error: unknown) => void;
  /** Runs before the control's own components unmount, as a parent's `componentWillUnmount` does. */
  readonly leaving: () => void;
}

/** Made once per React, since the class must extend that React's Component. */
export function createWrapper({ React }: HostLibraries): ReactTypes.ComponentClass<WrapperProps> {
  return class Wrapper extends React.Component<WrapperProps, { readonly broken: boolean }> {
    override readonly state = { broken: false };

    static getDerivedStateFromError(): { broken: boolean } { return { broken: true }; }

    override componentDidCatch(error: unknown): void { this.props.failed(error); }

    override componentWillUnmount(): void { this.props.leaving(); }

    override render(): ReactTypes.ReactNode {
      const { controlId, element } = this.props;
      // No height: a control that asks for 100 % of it collapses to its content.
      return React.createElement("div", { id: `${controlId}-pcf-container-id`, "data-id": `${controlId}-pcf-container`, style: { width: "100%" } },
        this.state.broken ? React.createElement("div", { role: "alert" }, "Error loading control") : element);
    }
  };
}
