import * as React from "react";
import { Icon, IContextualMenuItem } from "@fluentui/react";

/** A menu item that can be checked, with our own check mark: Fluent's comes from the internet. */
export const choice = (item: IContextualMenuItem): IContextualMenuItem => ({
  ...item,
  canCheck: true,
  onRenderContent: (props, parts) => (
    <div className="fst-choice">
      <span className="fst-check">{item.checked === true && <Icon iconName="fstCheck" />}</span>
      {parts.renderItemName(props)}
    </div>
  ),
});
