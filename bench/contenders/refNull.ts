/** Draws nothing: what the harness itself costs. */
window.contender = {
  mount(element, rows) {
    const drawn = document.createElement("div");
    drawn.style.cssText = "width:10px;height:10px;background:#ccc";
    drawn.dataset.n = String(rows.length);
    element.append(drawn);
  },
  scrollTo() { return undefined; },
  zoom() { return undefined; },
  update() { return undefined; },
};
