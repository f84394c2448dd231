import { Clock } from "../base/clock";
import { UserFormats } from "../domain/userFormats";
import { IInputs } from "../generated/ManifestTypes";
import { Ports, Remembered, Surroundings } from "../view/ports";
import { DatasetSelection } from "./datasetSelection";
import { contextInfoOf } from "./extendedContext";
import { hostNavigation } from "./hostNavigation";
import { RefreshTimer } from "./refreshTimer";
import { resourceStrings } from "./resourceStrings";
import { SessionSource } from "./sessionSource";
import { surroundingsOf, unlessSame } from "./surroundingsOf";
import { userFormatsOf } from "./userFormatsOf";

type Context = ComponentFramework.Context<IInputs>;
type DataSet = ComponentFramework.PropertyTypes.DataSet;

/** Everything that is known of the host, behind plain ports. The only keeper of its context. */
export class ControlHost {
  public readonly ports: Ports;
  private readonly source: SessionSource;
  private readonly selection: DatasetSelection;
  private readonly timer: RefreshTimer;
  private readonly formats: UserFormats;
  private isFullScreen = false;
  private latest: Surroundings | undefined;

  public constructor(private context: Context, clock: Clock, state: ComponentFramework.Dictionary | undefined) {
    const dataset = (): DataSet => this.context.parameters.sessions;
    this.formats = userFormatsOf(context.userSettings);
    this.source = new SessionSource(() => this.context, clock);
    this.selection = new DatasetSelection(dataset);
    this.timer = new RefreshTimer(clock, () => this.source.refreshQuietly());
    this.ports = {
      source: this.source,
      overview: this.source.overview,
      navigation: hostNavigation(() => this.context, dataset),
      selection: this.selection,
      strings: resourceStrings(context.resources, (n) => this.formats.integer(n)),
      remembered: (state ?? {}) as Remembered,
      remember: (remembered) => void this.context.mode.setControlState({ ...remembered }),
      setFullScreen: (on) => this.context.mode.setFullScreen(on),
    };
    context.mode.trackContainerResize(true);
  }

  /** One pass of the host. */
  public update(context: Context): void {
    this.context = context;
    const { updatedProperties, parameters } = context;
    if (updatedProperties.includes("fullscreen_open")) this.isFullScreen = true;
    if (updatedProperties.includes("fullscreen_close")) this.isFullScreen = false;
    this.timer.setInterval(parameters.refreshSeconds.raw);
    this.source.update(parameters.sessions, this.question());
    this.selection.apply();
  }

  public surroundings(): Surroundings {
    this.latest = unlessSame(surroundingsOf(this.context, this.formats, this.isFullScreen), this.latest);
    return this.latest;
  }

  public dispose(): void {
    this.timer.dispose();
    this.source.dispose();
  }

  /** Names what the rows answer: another view or another parent means other runs. */
  private question(): string {
    const { sessions } = this.context.parameters;
    const { entityId = "" } = contextInfoOf(this.context.mode);
    return [sessions.getTargetEntityType(), sessions.getViewId(), entityId].join("|");
  }
}
