/** gantt-task-react 0.3.9: React 18; SVG; every row and bar in the DOM. */
import React from 'react';
import { Gantt, ViewMode } from 'gantt-task-react';
import 'gantt-task-react/dist/index.css';
import * as C from '../page/contract';
import { reactHost } from './reactHost';
import { flatten, endOf } from '../page/tree';
let S = null;
// Its "project" tasks order children through `project`; only the flat order plus displayOrder keeps depth > 1, so rows come pre-ordered.
const toTasks = (rows) => flatten(rows).map((x, i) => ({ id: x.row.id, type: 'task', name: '\u00a0'.repeat(x.depth * 4) + x.row.name, start: new Date(x.row.startedon), end: new Date(endOf(x.row)), progress: 0, displayOrder: i + 1, isDisabled: true,
  styles: { backgroundColor: C.COLOR_OF[x.row.status], backgroundSelectedColor: C.COLOR_OF[x.row.status], progressColor: C.COLOR_OF[x.row.status] } }));
const Head = ({ headerHeight }) => <div style={{ width: C.LABEL_W, height: headerHeight, background: '#f3f2f1' }}>Run</div>;
const Table = ({ rowHeight, tasks }) => <div style={{ width: C.LABEL_W }}>{tasks.map((t) => <div key={t.id} style={{ height: rowHeight, lineHeight: `${rowHeight}px`, font: '12px Arial', overflow: 'hidden', whiteSpace: 'nowrap' }}>{t.name}</div>)}</div>;
const render = () => S.host.render(<Gantt tasks={S.tasks} viewMode={ViewMode.QuarterDay} preStepsCount={0} columnWidth={C.pxPerHour(S.level) * 6} listCellWidth={`${C.LABEL_W}px`} rowHeight={C.ROW_H} headerHeight={C.HEADER_H}
  ganttHeight={C.HEIGHT - C.HEADER_H - 20} barFill={60} barCornerRadius={0} TaskListHeader={Head} TaskListTable={Table} fontSize="12px" />);
window.contender = {
  mount(el, rows) { el.style.width = '1280px'; S = { host: reactHost(el), tasks: toTasks(rows), level: 0, y: 0 }; render(); S.wrap = el.querySelector('[tabindex="0"]'); },
  // its scrollTop handler drops every other programmatic event; its own wheel handler does not
  scrollTo(y) { S.wrap.dispatchEvent(new WheelEvent('wheel', { deltaY: y - S.y, bubbles: true, cancelable: true })); S.y = y; },
  zoom(level) { S.level = level; render(); },
  update(rows) { S.tasks = toTasks(rows); render(); },
};
