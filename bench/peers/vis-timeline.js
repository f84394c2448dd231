/** vis-timeline 8.5.4: DOM; items virtualised, one DOM group per row (not virtualised). */
import { Timeline, DataSet } from 'vis-timeline/standalone';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import * as C from '../page/contract';
import { flatten, endOf, changedRows, indexById } from '../page/tree';
import { statusCss, css } from './statusCss';
// Its own nestedGroups costs parents x groups per re-order: the cheaper flat list in the order of the tree, with indented text, stands for the hierarchy.
let S = null;
const item = (r) => ({ id: r.id, group: r.id, start: r.startedon, end: Math.max(endOf(r), r.startedon + 1000), content: '', className: `st-${r.status}`, type: 'range' });
window.contender = {
  mount(el, rows) {
    const list = flatten(rows);
    statusCss((s) => `.vis-item.st-${s}`);
    css('.vis-item.vis-range{min-width:2px;height:18px;border-radius:0;box-sizing:border-box}.vis-label{height:30px;box-sizing:border-box;font-size:12px}.vis-label .vis-inner{white-space:pre;width:299px;box-sizing:border-box;height:29px}');
    const groups = list.map((x, i) => ({ id: x.row.id, content: '\u00a0'.repeat(x.depth * 4) + x.row.name, order: i }));
    const items = new DataSet(rows.map(item));
    const tl = new Timeline(el, items, new DataSet(groups), {
      width: '1280px', height: '720px', start: C.T0, end: C.T1, min: C.T0, max: C.T1,
      stack: false, cluster: false, groupHeightMode: 'fixed', groupOrder: (a, b) => a.order - b.order,
      verticalScroll: true, zoomKey: 'ctrlKey', showTooltips: false, showCurrentTime: false, editable: false, selectable: false,
      margin: { axis: 0, item: { horizontal: 0, vertical: 12 } }, orientation: 'top', xss: { disabled: true },
    });
    S = { tl, items, byId: indexById(rows) };
  },
  // no public vertical scroll API: same two calls as its own wheel handler
  scrollTo(y) { S.tl._setScrollTop(-y); S.tl._redraw(); },
  zoom(level) { S.tl.setWindow(C.T0, C.T0 + 7 * C.DAY / Math.pow(C.ZOOM_FACTOR, level), { animation: false }); },
  update(rows) { const ch = changedRows(S.byId, rows); for (const r of ch) S.byId.set(r.id, r); S.items.update(ch.map(item)); },
};
