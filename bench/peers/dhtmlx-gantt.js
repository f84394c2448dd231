/** dhtmlx-gantt 10.0.3 (MIT): DOM; rows and scale virtualised (smart_rendering), background drawn on a static canvas image. */
import { gantt } from 'dhtmlx-gantt';
import 'dhtmlx-gantt/codebase/dhtmlxgantt.css';
import * as C from '../page/contract';
import { endOf, changedRows, indexById } from '../page/tree';
import { css } from './statusCss';
let S = null;
const task = (r) => ({ id: r.id, parent: r.parentId === null ? 0 : r.parentId, text: r.name, start_date: new Date(r.startedon), end_date: new Date(endOf(r)), color: C.COLOR_OF[r.status] });
function scales(level) {
  const ph = C.pxPerHour(level);
  const [unit, step, fmt, w] = ph > 60 ? ['hour', 1, '%H:%i', ph] : ph > 15 ? ['hour', 6, '%H:%i', ph * 6] : ['day', 1, '%d %M', ph * 24];
  gantt.config.scales = unit === 'day' ? [{ unit: 'month', step: 1, format: '%F %Y' }, { unit, step, format: fmt }] : [{ unit: 'day', step: 1, format: '%d %M' }, { unit, step, format: fmt }];
  gantt.config.min_column_width = w;
}
window.contender = {
  mount(el, rows) {
    const c = gantt.config;
    el.style.width = '1280px'; el.style.height = '720px';
    Object.assign(c, {
      smart_rendering: true, static_background: true, show_task_cells: false, smart_scales: true, show_progress: false, show_links: false,
      readonly: true, work_time: false, auto_types: false, order_branch: false, open_tree_initially: true, fit_tasks: false, sort: false,
      duration_unit: 'minute', duration_step: 1, drag_move: false, drag_resize: false, drag_progress: false, drag_links: false, details_on_dblclick: false,
      select_task: false, animate: false, initial_scroll: false, round_dnd_dates: false, min_duration: 1, row_height: C.ROW_H, bar_height: C.BAR_H, scale_height: C.HEADER_H,
      grid_width: C.LABEL_W, columns: [{ name: 'text', label: 'Run', tree: true, width: '*' }], start_date: new Date(C.T0), end_date: new Date(C.T1), autosize: false, show_errors: false, undo: false,
    });
    gantt.templates.task_text = () => '';
    scales(0);
    css('.gantt_task_line{min-width:2px;border:0;border-radius:0}.gantt_task_line .gantt_task_content{overflow:hidden}');
    S = { byId: indexById(rows) };
    gantt.init(el);
    gantt.parse({ data: rows.map(task), links: [] });
  },
  scrollTo(y) { gantt.scrollTo(null, y); },
  zoom(level) { scales(level); gantt.render(); },
  update(rows) { // refreshTask() redraws one row; updateTask()/batchUpdate() re-sort and re-render everything
    for (const r of changedRows(S.byId, rows)) { S.byId.set(r.id, r); Object.assign(gantt.getTask(r.id), task(r)); gantt.refreshTask(r.id); }
  },
};
