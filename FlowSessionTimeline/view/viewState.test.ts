import { ChangeKind, INITIAL_VIEW_STATE, ViewStore } from "./viewState";

function store(): { readonly view: ViewStore; readonly heard: ChangeKind[] } {
  const view = new ViewStore(INITIAL_VIEW_STATE);
  const heard: ChangeKind[] = [];
  view.subscribe((kind) => void heard.push(kind));
  return { view, heard };
}

describe("the view's store", () => {
  it("tells nobody about values that are what they were", () => {
    const { view, heard } = store();
    const before = view.state;
    view.set({ layout: "tree", scrollPx: 0, selected: INITIAL_VIEW_STATE.selected });
    expect(heard).toEqual([]);
    expect(view.state).toBe(before);
  });

  it("tells what only moves the picture apart from what React shows", () => {
    const { view, heard } = store();
    view.set({ scrollPx: 30, hoveredId: "a", focusedKey: "a" });
    view.set({ layout: "machine", scrollPx: 60 });
    view.set({ selected: new Set(["a"]) });
    expect(heard).toEqual(["frame", "shell", "shell"]);
  });

  it("hands over the state of before", () => {
    const { view } = store();
    let before = -1;
    view.subscribe((_kind, state) => {
      before = state.scrollPx;
    });
    view.set({ scrollPx: 30 });
    view.set({ scrollPx: 60 });
    expect(before).toBe(30);
  });

  it("lets a listener go while it is being told", () => {
    const { view } = store();
    const heard: string[] = [];
    const stop = view.subscribe(() => {
      heard.push("first");
      stop();
    });
    view.subscribe(() => void heard.push("second"));
    view.set({ scrollPx: 1 });
    view.set({ scrollPx: 2 });
    expect(heard).toEqual(["first", "second", "second"]);
  });
});
