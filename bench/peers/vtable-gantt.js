/** @visactor/vtable-gantt 1.26.1: canvas (VRender scene graph), rows virtualised. */
import { Gantt } from '@visactor/vtable-gantt';
import * as C from '../page/contract';
import { flatten, endOf, changedRows, indexById } from '../page/tree';
let S = null;
const iso = (ms) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
const rec = (r) => ({ id: r.id, name: r.name, start: iso(r.startedon), end: iso(endOf(r)), status: r.status });
const pad = (n) => String(n).padStart(2, '0');
const day = { unit: 'day', step: 1, format: (d) => `${pad(d.startDate.getMonth() + 1)}-${pad(d.startDate.getDate())}` };
const month = { unit: 'month', step: 1, format: (d) => `${d.startDate.getFullYear()}-${pad(d.startDate.getMonth() + 1)}` };
const hour = (step) => ({ unit: 'hour', step, format: (d) => (step === 24 ? `${pad(d.startDate.getMonth() + 1)}-${pad(d.startDate.getDate())}` : `${pad(d.startDate.getHours())}:00`), style: { fontSize: 12 } });
// Bars snap to the finest scale unit, so the week view uses an hour scale with step 24 instead of a day scale.
// updateOption() measured faster than its zoomScale manager (which also clamps the week view), so zoom uses that.
function header(level) {
  const ph = C.pxPerHour(level);
  if (ph > 60) return { colWidth: ph, scales: [day, hour(1)] };
  if (ph > 15) return { colWidth: ph * 6, scales: [day, hour(6)] };
  return { colWidth: ph * 24, scales: [month, hour(24)] };
}
function options(records, level) {
  return {
    records, taskKeyField: 'id', rowHeight: C.ROW_H, headerRowHeight: C.HEADER_H / 2, minDate: iso(C.T0), maxDate: iso(C.T1 - 1000), overscrollBehavior: 'none',
    taskListTable: { tableWidth: C.LABEL_W, columns: [{ field: 'name', title: 'Run', width: C.LABEL_W, tree: true }], hierarchyExpandLevel: Infinity, hierarchyIndent: 16 },
    timelineHeader: header(level),
    taskBar: { startDateField: 'start', endDateField: 'end', resizable: false, moveable: false, selectable: false, scheduleCreatable: false, hoverBarStyle: undefined, labelText: '',
      barStyle: (a) => ({ barColor: C.COLOR_OF[a.taskRecord.status], completedBarColor: C.COLOR_OF[a.taskRecord.status], width: C.BAR_H, cornerRadius: 0, minSize: 2 }) },
    grid: { verticalLine: { lineWidth: 1, lineColor: '#e1dfdd' }, horizontalLine: { lineWidth: 1, lineColor: '#e1dfdd' } }, frame: { outerFrameStyle: { borderLineWidth: 0 } },
  };
}
function tree(rows) {
  const m = new Map(), roots = [];
  for (const r of rows) m.set(r.id, rec(r));
  for (const r of rows) { const p = r.parentId === null ? undefined : m.get(r.parentId), x = m.get(r.id); if (p) (p.children ||= []).push(x); else roots.push(x); }
  return { m, roots };
}
window.contender = {
  mount(el, rows) {
    const { m, roots } = tree(rows);
    const host = document.createElement('div');
    host.style.cssText = 'width:1280px;height:720px'; el.append(host);
    S = { m, byId: indexById(rows), roots, pos: new Map(flatten(rows).map((x, i) => [x.row.id, i])) };
    S.g = new Gantt(host, options(roots, 0));
  },
  scrollTo(y) { S.g.scrollTop = y; },
  zoom(level) { S.g.updateOption(options(S.roots, level)); },
  update(rows) { for (const r of changedRows(S.byId, rows)) { S.byId.set(r.id, r); const x = S.m.get(r.id); Object.assign(x, rec(r)); S.g.updateTaskRecord(x, S.pos.get(r.id)); } },
};
