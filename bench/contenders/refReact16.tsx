/** Virtual rows in React 16.14, the version that Power Apps brings: memoised rows with roles. */
import * as React from "react";
import * as ReactDOM from "react-dom";
import { BenchRow, CHART_W, COLOR_OF, HEADER_H, HEIGHT, HOUR, LABEL_W, pxPerHour, ROW_H, T0 } from "../page/contract";
import { changedRows, endOf, flatten, indexById, TreeRow } from "../page/tree";
import { axisLabels, gridStepHours } from "./timeScale";

const POOL = 27;
const FONT = '12px "Segoe UI",Arial';
const CSS = `.rr-row{position:absolute;left:0;width:1280px;height:30px;contain:strict;display:flex;align-items:center;box-sizing:border-box;border-bottom:1px solid #e1dfdd}
.rr-l{width:300px;flex:none;overflow:hidden;white-space:pre;text-overflow:ellipsis;box-sizing:border-box;font:${FONT}}
.rr-c{position:relative;flex:1;height:30px;overflow:hidden}.rr-b{position:absolute;top:6px;height:18px}`;

interface RowProps extends TreeRow { readonly at: number; readonly level: number }

const Row = React.memo(function Row({ at, row, depth, hasChildren, level }: RowProps) {
  const pxPerMs = pxPerHour(level) / HOUR;
  return (
    <div className="rr-row" role="row" aria-rowindex={at + 1} style={{ top: at * ROW_H }}>
      <div className="rr-l" role="rowheader" style={{ paddingLeft: 8 + depth * 16 }}>{(hasChildren ? "▾ " : "   ") + row.name}</div>
      <div className="rr-c" role="gridcell">
        <div className="rr-b" style={{ left: (row.startedon - T0) * pxPerMs, width: Math.max(2, (endOf(row) - row.startedon) * pxPerMs), backgroundColor: COLOR_OF[row.status] }} />
      </div>
    </div>
  );
});

function Header({ level }: { readonly level: number }): JSX.Element {
  const labels = axisLabels(level).map(({ hours, left, top, text }) => <span key={hours} style={{ position: "absolute", left, top }}>{text}</span>);
  return <div style={{ position: "relative", height: HEADER_H, overflow: "hidden", background: "#f3f2f1", font: FONT }}>{labels}</div>;
}

interface TimelineProps { readonly list: readonly TreeRow[]; readonly level: number }

class Timeline extends React.Component<TimelineProps, { first: number }> {
  public readonly scroller = React.createRef<HTMLDivElement>();

  public constructor(props: TimelineProps) {
    super(props);
    this.state = { first: 0 };
  }

  public override render(): JSX.Element {
    const { list, level } = this.props;
    const { first } = this.state;
    const height = HEIGHT - HEADER_H;
    const grid = { left: LABEL_W, width: CHART_W, top: HEADER_H, height, backgroundImage: "linear-gradient(90deg,#e1dfdd 1px,transparent 1px)", backgroundSize: `${gridStepHours(level) * pxPerHour(level)}px 100%` };
    return (
      <div>
        <style>{CSS}</style>
        <Header level={level} />
        <div style={{ position: "absolute", ...grid }} />
        <div ref={this.scroller} role="treegrid" aria-rowcount={list.length} onScroll={this.scrolled} style={{ position: "relative", height, overflowY: "auto", overflowX: "hidden", scrollbarWidth: "none" }}>
          <div style={{ position: "relative", height: list.length * ROW_H }}>
            {list.slice(first, first + POOL).map((one, n) => <Row key={first + n} at={first + n} level={level} {...one} />)}
          </div>
        </div>
      </div>
    );
  }

  private readonly scrolled = (): void => {
    const first = Math.max(0, Math.floor((this.scroller.current?.scrollTop ?? 0) / ROW_H) - 2);
    if (first !== this.state.first) this.setState({ first });
  };
}

class Shown {
  private readonly timeline = React.createRef<Timeline>();
  private readonly list: TreeRow[];
  private readonly byId: Map<string, BenchRow>;
  private readonly place: ReadonlyMap<string, number>;
  private level = 0;

  public constructor(private readonly host: HTMLElement, rows: readonly BenchRow[]) {
    this.list = flatten(rows);
    this.byId = indexById(rows);
    this.place = new Map(this.list.map(({ row }, at) => [row.id, at]));
    this.render();
  }

  public scrollTo(y: number): void {
    const scroller = this.timeline.current?.scroller.current;
    if (scroller) scroller.scrollTop = y;
  }

  public setLevel(level: number): void {
    this.level = level;
    this.render();
  }

  public update(rows: readonly BenchRow[]): void {
    for (const row of changedRows(this.byId, rows)) {
      this.byId.set(row.id, row);
      const at = this.place.get(row.id) ?? 0;
      const item = this.list[at];
      if (item) this.list[at] = { ...item, row };
    }
    this.render();
  }

  private render(): void {
    ReactDOM.render(<Timeline ref={this.timeline} list={this.list} level={this.level} />, this.host);
  }
}

let shown: Shown | undefined;

window.contender = {
  mount(host, rows) { shown = new Shown(host, rows); },
  scrollTo(y) { shown?.scrollTo(y); },
  zoom(level) { shown?.setLevel(level); },
  update(rows) { shown?.update(rows); },
};
