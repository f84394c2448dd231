import * as React from "react";
import { browserClock } from "./base/clock";
import { IInputs, IOutputs } from "./generated/ManifestTypes";
import { ControlHost } from "./host/controlHost";
import { registerTimelineIcons } from "./view/icons";
import { App } from "./view/shell/App";
import { Timeline } from "./view/timeline";

/** Lifecycle and wiring only: the host's passes go to the host room, the view is one element. */
export class FlowSessionTimeline implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  private host: ControlHost | undefined;
  private timeline: Timeline | undefined;

  public init(context: ComponentFramework.Context<IInputs>, _notifyOutputChanged: () => void, state: ComponentFramework.Dictionary): void {
    registerTimelineIcons();
    const clock = browserClock();
    this.host = new ControlHost(context, clock, state);
    this.timeline = new Timeline(this.host.ports, clock, this.host.surroundings());
  }

  public updateView(context: ComponentFramework.Context<IInputs>): React.ReactElement {
    const { host, timeline } = this;
    if (!host || !timeline) throw new Error("updateView came before init");
    host.update(context);
    const surroundings = host.surroundings();
    timeline.setSurroundings(surroundings);
    return React.createElement(App, { timeline, surroundings });
  }

  public getOutputs(): IOutputs {
    return {};
  }

  public destroy(): void {
    this.timeline?.dispose();
    this.host?.dispose();
  }
}
