import * as React from "react";
import { Strings } from "../ports";

interface Props {
  readonly strings: Strings;
  readonly children: React.ReactNode;
}

/** An error in a virtual control is an error in the host's tree (host facts 1.3): it ends here, with a sentence. */
export class ErrorBoundary extends React.Component<Props, { readonly message: string | undefined }> {
  public override state: { readonly message: string | undefined } = { message: undefined };

  public static getDerivedStateFromError(error: unknown): { readonly message: string } {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  public override render(): React.ReactNode {
    const { message } = this.state;
    if (message === undefined) return this.props.children;
    return (
      <div className="fst-root fst-crashed" role="alert">
        <p>{this.props.strings.text("Message_Crashed")}</p>
        <p>{message}</p>
      </div>
    );
  }
}
