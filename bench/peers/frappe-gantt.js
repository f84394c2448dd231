/** frappe-gantt 1.2.2: SVG; every bar in the DOM, no hierarchy, no row labels. */
import Gantt from 'frappe-gantt';
import './node_modules/frappe-gantt/dist/frappe-gantt.css';
import * as C from '../page/contract';
import { flatten, endOf, changedRows, indexById } from '../page/tree';
import { statusCss, css } from './statusCss';
let S = null;
const task = (r) => ({ id: r.id, name: r.name, start: new Date(r.startedon), end: new Date(Math.max(endOf(r), r.startedon + 1000)), progress: 0, custom_class: `st-${r.status}` });
const mode = (level) => ({ name: 'Bench', padding: ['0d', '0d'], step: '6h', date_format: 'YYYY-MM-DD HH:', lower_text: 'HH', upper_text: (d, ld) => (!ld || d.getDate() !== ld.getDate() ? `${d.getMonth() + 1}-${d.getDate()}` : ''), upper_text_frequency: 4, column_width: C.pxPerHour(level) * 6 });
window.contender = {
  mount(el, rows) {
    el.style.cssText += 'width:1280px;height:720px;overflow:hidden';
    statusCss((s) => `.gantt .bar-wrapper.st-${s} .bar`, (c) => `fill:${c}!important`);
    css('.gantt-container{height:720px!important;overflow:auto}');
    const g = new Gantt(el, flatten(rows).map((x) => task(x.row)), {
      view_modes: [mode(0)], bar_height: C.BAR_H, padding: C.ROW_H - C.BAR_H, container_height: C.HEIGHT, infinite_padding: false, lines: 'none', readonly: true,
      upper_header_height: 30, lower_header_height: 30, scroll_to: null, today_button: false, popup: false, move_dependencies: false, bar_corner_radius: 0, auto_move_label: false,
    });
    S = { g, byId: indexById(rows) };
  },
  scrollTo(y) { S.g.$container.scrollTop = y; },
  zoom(level) { S.g.change_view_mode(mode(level), true); },
  update(rows) { for (const r of changedRows(S.byId, rows)) { S.byId.set(r.id, r); S.g.update_task(r.id, task(r)); } },
};
