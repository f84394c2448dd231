/** Message bars above the page: they push it down and stay until they are dismissed. */
import { element, icon, type Child } from "./dom";

export type MessageKind = "info" | "warning" | "error";

export class Messages {
  public readonly element = element("div", "messages");
  private readonly byTopic = new Map<string, HTMLElement>();

  /** @param topic a new message of a topic replaces the one before it. */
  public show(topic: string, kind: MessageKind, text: string, details: readonly string[] = []): void {
    this.dismiss(topic);
    const more: Child = details.length > 0
      ? element("details", "message-details", [element("summary", "", ["Show details"]), element("ul", "", details.map(detail => element("li", "", [detail])))])
      : null;
    const close = element("button", "icon-button", [icon("close")], { attributes: { type: "button", "aria-label": "Dismiss" }, on: { click: () => this.dismiss(topic) } });
    const bar = element("div", `message message-${kind}`, [element("div", "message-text", [element("span", "", [text]), more]), close], { attributes: { role: kind === "info" ? "status" : "alert" } });
    this.byTopic.set(topic, bar);
    this.element.append(bar);
  }

  public dismiss(topic: string): void {
    this.byTopic.get(topic)?.remove();
    this.byTopic.delete(topic);
  }
}
