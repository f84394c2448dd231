import * as React from "react";
import { ContextualMenu, DirectionalHint, IContextualMenuItem } from "@fluentui/react";
import { Glyph, IconName } from "../icons";
import { Themed } from "./Themed";

interface MenuButtonProps {
  readonly className?: string;
  readonly icon?: IconName;
  /** Absent for a button that is its icon alone. */
  readonly text?: string;
  readonly label: string;
  readonly title: string;
  readonly buttonRef?: React.RefObject<HTMLButtonElement>;
  /** Called when the menu opens and while it is open, so that its entries say how things are then. */
  readonly items: () => IContextualMenuItem[];
}

/** A button of the toolbar that opens a menu: by a click, Enter, Space or the arrow down. */
export function MenuButton({ className = "", icon, text, label, title, buttonRef, items }: MenuButtonProps): JSX.Element {
  const [isOpen, setOpen] = React.useState(false);
  const own = React.useRef<HTMLButtonElement>(null);
  const button = buttonRef ?? own;
  const open = (event: React.KeyboardEvent): void => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <>
      <button ref={button} type="button" className={`fst-tool ${className}${isOpen ? " fst-open" : ""}`} title={title} aria-label={label} aria-haspopup="menu" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} onKeyDown={open}>
        {icon && <Glyph name={icon} />}
        {text !== undefined && (
          <>
            <span className="fst-tool-text">{text}</span>
            <Glyph name="fstChevron" />
          </>
        )}
      </button>
      {isOpen && (
        <Themed>
          <ContextualMenu target={button.current} items={items()} directionalHint={DirectionalHint.bottomLeftEdge} onDismiss={() => setOpen(false)} />
        </Themed>
      )}
    </>
  );
}
