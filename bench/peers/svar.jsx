/** @svar-ui/react-gantt 2.7.3: React 18+; DOM; rows and scale cells virtualised, background one PNG tile. */
import React from 'react';
import { Gantt, Willow } from '@svar-ui/react-gantt';
import '@svar-ui/react-gantt/all.css';
import * as C from '../page/contract';
import { reactHost } from './reactHost';
import { endOf, changedRows, indexById } from '../page/tree';
import { statusCss, css } from './statusCss';
let S = null;
const task = (r, parents) => ({ id: r.id, parent: r.parentId === null ? 0 : r.parentId, text: r.name, start: new Date(r.startedon), end: new Date(endOf(r)), type: r.status, open: parents.has(r.id) || undefined, progress: 0 }); // open on a leaf makes its tree code throw
const toTasks = (rows) => { const parents = new Set(); for (const r of rows) if (r.parentId) parents.add(r.parentId); return rows.map((r) => task(r, parents)); };
const patch = (r) => ({ type: r.status, start: new Date(r.startedon), end: new Date(endOf(r)) });
const COLUMNS = [{ id: 'text', header: 'Run', width: C.LABEL_W, flexgrow: 1 }];
const TYPES = C.STATUS_NAMES.map((s) => ({ id: s, label: s }));
const START = new Date(C.T0), END = new Date(C.T1), EMPTY = [];
// Bar length is rounded to lengthUnit, and a day scale allows nothing finer than the hour; an hour scale with a coarser step keeps minutes.
function config(level) {
  const ph = C.pxPerHour(level), step = ph > 60 ? 1 : ph > 15 ? 6 : 24, day = { unit: 'day', step: 1, format: '%d %M' };
  return { cellWidth: ph, lengthUnit: 'minute', scales: step === 24 ? [{ unit: 'month', step: 1, format: '%F %Y' }, { unit: 'hour', step, format: '%d %M' }] : [day, { unit: 'hour', step, format: '%H:%i' }] };
}
const render = () => S.host.render(
  <Willow fonts={false}><div style={{ width: 1280, height: 720 }}>
    <Gantt init={(api) => { S.api = api; }} tasks={S.tasks} links={EMPTY} taskTypes={TYPES} columns={COLUMNS} {...S.cfg} start={START} end={END} autoScale={false}
      durationUnit="hour" cellHeight={C.ROW_H} scaleHeight={C.HEADER_H / 2} gridWidth={C.LABEL_W} readonly cellBorders="full" />
  </div></Willow>);
window.contender = {
  mount(el, rows) {
    statusCss((s) => `.wx-bar.wx-task.${s}`);
    css('.wx-bar{min-width:2px}.wx-bar .wx-content{display:none}');
    S = { host: reactHost(el), tasks: toTasks(rows), cfg: config(0), byId: indexById(rows) };
    render();
  },
  scrollTo(y) { S.api.exec('scroll-chart', { top: y }); },
  zoom(level) { S.cfg = config(level); render(); },
  update(rows) { for (const r of changedRows(S.byId, rows)) { S.byId.set(r.id, r); S.api.exec('update-task', { id: r.id, task: patch(r) }); } },
};
