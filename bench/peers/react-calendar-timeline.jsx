/** react-calendar-timeline 0.28.0: React; DOM; items filtered by time only, every row in the DOM. */
import React from 'react';
import TimelineModule from 'react-calendar-timeline';
import 'react-calendar-timeline/lib/Timeline.css';
import * as C from '../page/contract';
import { reactHost } from './reactHost';
import { flatten, endOf } from '../page/tree';
import { css } from './statusCss';
const Timeline = TimelineModule.default || TimelineModule;
let S = null;
const PROPS = Object.fromEntries(C.STATUSES.map(([s, c]) => [s, { style: { background: c, border: 0, minWidth: 2 } }]));
const items = (rows) => rows.map((r) => ({ id: r.id, group: r.id, title: '', start_time: r.startedon, end_time: Math.max(endOf(r), r.startedon + 1000), itemProps: PROPS[r.status] }));
const groups = (rows) => flatten(rows).map((x) => ({ id: x.row.id, title: '\u00a0'.repeat(x.depth * 4) + x.row.name }));
const render = () => S.host.render(<div className="rct-wrap" style={{ width: 1280, height: 720, overflowX: 'hidden', overflowY: 'auto', scrollbarWidth: 'none' }}>
  <Timeline groups={S.groups} items={S.items} visibleTimeStart={C.T0} visibleTimeEnd={C.T0 + 7 * C.DAY / Math.pow(C.ZOOM_FACTOR, S.level)} sidebarWidth={C.LABEL_W} lineHeight={C.ROW_H} itemHeightRatio={0.6}
    stackItems={false} canMove={false} canResize={false} canChangeGroup={false} canSelect={false} buffer={1} minZoom={3600000} /></div>);
window.contender = {
  mount(el, rows) { css('.rct-item{min-width:2px}.rct-sidebar-row{font-size:12px}'); S = { host: reactHost(el), groups: groups(rows), items: items(rows), level: 0 }; render(); S.sc = el.querySelector('.rct-wrap'); },
  scrollTo(y) { S.sc.scrollTop = y; },
  zoom(level) { S.level = level; render(); },
  update(rows) { S.items = items(rows); render(); },   // groups keep their identity: only items change
};
