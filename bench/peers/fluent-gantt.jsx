/** @fluentui/react-charts GanttChart 9.3.25: React; SVG (d3); every bar and axis label in the DOM, no scrolling of its own. */
import React from 'react';
import { GanttChart } from '@fluentui/react-charts';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import * as C from '../page/contract';
import { reactHost } from './reactHost';
import { flatten, endOf } from '../page/tree';
let S = null;
const data = (rows) => flatten(rows).map((x) => ({ x: { start: new Date(x.row.startedon), end: new Date(endOf(x.row)) }, y: x.row.name, legend: x.row.status, color: C.COLOR_OF[x.row.status] })).reverse(); // its y axis grows upwards
const render = () => S.host.render(<FluentProvider theme={webLightTheme}><div className="fg-wrap" style={{ width: 1280, height: 720, overflow: 'auto', scrollbarWidth: 'none' }}>
  <div style={{ width: C.LABEL_W + C.weekWidth(S.level), height: S.data.length * C.ROW_H + 60 }}>
    <GanttChart data={S.data} width={C.LABEL_W + C.weekWidth(S.level)} height={S.data.length * C.ROW_H + 60} barHeight={C.BAR_H} maxBarHeight={C.BAR_H} yAxisPadding={0.4} hideLegend hideTooltip
      showYAxisLables showYAxisLablesTooltip={false} margins={{ left: C.LABEL_W, right: 0, top: 20, bottom: 35 }} useUTC yAxisCategoryOrder="data" />
  </div></div></FluentProvider>);
window.contender = {
  mount(el, rows) { S = { host: reactHost(el), data: data(rows), level: 0 }; render(); S.sc = el.querySelector('.fg-wrap'); },
  scrollTo(y) { S.sc.scrollTop = y; },
  zoom(level) { S.level = level; render(); },
  update(rows) { S.data = data(rows); render(); },
};
