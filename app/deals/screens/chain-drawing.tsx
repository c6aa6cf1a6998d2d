import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { KeyboardEvent, MouseEvent } from "react";
import { Button } from "#lib/web/button.tsx";
import { useGo } from "#lib/web/go.tsx";
import { BOX, everybody, foldedAtFirst, layOut, neighbour } from "../chain-tree.ts";
import type { ChainNode, Move, Spot, Way } from "../chain-tree.ts";
import { dealWords, howShort, spokenNode } from "./chain-words.ts";
import { useWindow, type View } from "./use-window.ts";
import css from "./chain-drawing.module.css";

const ZOOMS = [0.35, 0.5, 0.7, 1, 1.4, 2];
const NARROW = 640;
/** Around the drawing, so that a focused box is not cut off and what is folded away finds room. */
const EDGE = 16;
const FOLD = 28;

const MOVES: Record<Way, Record<string, Move>> = {
  columns: { ArrowLeft: "parent", ArrowRight: "child", ArrowUp: "before", ArrowDown: "after" },
  rows: { ArrowUp: "parent", ArrowDown: "child", ArrowLeft: "before", ArrowRight: "after" },
};

/** The tree as a picture: a generation beside the other on a desk, below the other on a phone. Only what is in view is drawn. */
export function ChainDrawing({ root, about }: { root: ChainNode; about: string | null }) {
  const box = useRef<HTMLDivElement>(null);
  const view = useWindow(box);
  const go = useGo();
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => foldedAtFirst(root, about));
  const [here, setHere] = useState(about ?? root.id);
  const [zoom, setZoom] = useState(ZOOMS.indexOf(1));
  const moved = useRef(false);
  const way: Way = view !== null && view.width < NARROW ? "rows" : "columns";
  const layout = useMemo(() => layOut(root, folded, way), [root, folded, way]);
  const factor = ZOOMS[zoom] ?? 1;
  const at = layout.spots.find(({ node }) => node.id === here) ?? layout.spots[0];
  const below = way === "rows" ? FOLD : 0;
  const width = layout.width + 2 * EDGE;
  const height = layout.height + 2 * EDGE + below;

  // Whoever is chosen is in view: in the middle at first and after a change of size, else as near as need be.
  useLayoutEffect(() => {
    if (box.current && at) bringIntoView(box.current, at, way, factor, true);
    // oxlint-disable-next-line react/exhaustive-deps -- not when another is chosen
  }, [way, factor, view === null]);
  useEffect(() => {
    if (!moved.current || !at || !box.current) return;
    moved.current = false;
    bringIntoView(box.current, at, way, factor, false);
    document.getElementById(itemId(at.node.id))?.focus({ preventScroll: true });
  }, [at, way, factor]);

  const choose = (node: ChainNode | null) => {
    if (node === null) return;
    moved.current = true;
    setHere(node.id);
  };
  const fold = (node: ChainNode, shut: boolean) => {
    if (node.children.length === 0) return;
    setFolded((before) => new Set([...before].filter((id) => id !== node.id).concat(shut ? node.id : [])));
    choose(node);
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !at) return;
    const { node } = at;
    const move = MOVES[way][event.key];
    if (event.key === "Home") choose(root);
    else if (event.key === "+" || event.key === "=") fold(node, false);
    else if (event.key === "-") fold(node, true);
    else if (move === "child" && folded.has(node.id)) fold(node, false);
    else if (move !== undefined) choose(neighbour(layout, node.id, move, way));
    else return;
    event.preventDefault();
  };
  const drawn = inView(layout.spots, view, way, factor, at?.node.id);
  return (
    <div className={css.drawing}>
      <div className={css.tools}>
        <Button tone="quiet" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          Smaller
        </Button>
        <Button tone="quiet" disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)}>
          Larger
        </Button>
        {folded.size > 0 ? (
          <Button tone="quiet" onClick={() => setFolded(new Set())}>
            Unfold all
          </Button>
        ) : (
          root.grown > 12 && (
            <Button tone="quiet" onClick={() => setFolded(onlyTheLine(root, about))}>
              Fold
            </Button>
          )
        )}
      </div>
      <div className={css.box} ref={box}>
        <svg
          className={css.svg}
          width={width * factor}
          height={height * factor}
          viewBox={`${-EDGE} ${-EDGE} ${width} ${height}`}
          role="tree"
          aria-label="The chain: arrow keys go along it, plus and minus unfold and fold, Enter opens a person"
          onKeyDown={press}
        >
          <g aria-hidden="true">
            {drawn.edges.map(([from, to]) => (
              <path
                key={to.node.id}
                d={curve(from, to, way)}
                strokeWidth={1 + (to.node.by?.level ?? 0) * 0.9}
                className={to.node.by?.level === 0 ? css.nameOnly : css.edge}
              />
            ))}
          </g>
          {drawn.spots.map((spot) => (
            <Person
              key={spot.node.id}
              spot={spot}
              way={way}
              chosen={spot.node.id === at?.node.id}
              about={spot.node.id === about}
              open={spot.node.children.length === 0 ? undefined : !folded.has(spot.node.id)}
              onGo={() => go(`/people/${spot.node.id}`)}
              onFocus={() => setHere(spot.node.id)}
            />
          ))}
          <g aria-hidden="true">
            {drawn.spots.map(
              (spot) =>
                spot.node.children.length > 0 && (
                  <Fold
                    key={spot.node.id}
                    spot={spot}
                    way={way}
                    onClick={() => fold(spot.node, !folded.has(spot.node.id))}
                  />
                ),
            )}
          </g>
        </svg>
      </div>
    </div>
  );
}

interface PersonProps {
  spot: Spot;
  way: Way;
  chosen: boolean;
  about: boolean;
  open: boolean | undefined;
  onGo: () => void;
  onFocus: () => void;
}

function Person({ spot: { node, x, y }, way, chosen, about, open, onGo, onFocus }: PersonProps) {
  const { width, height } = BOX[way];
  const siblings = node.parent?.children ?? [node];
  const deal = dealWords(node.person.deals)[0];
  const won = node.person.deals.won > 0;
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onGo();
  };
  return (
    <a
      id={itemId(node.id)}
      href={`/people/${node.id}`}
      role="treeitem"
      aria-level={node.generation}
      aria-setsize={siblings.length}
      aria-posinset={siblings.indexOf(node) + 1}
      aria-expanded={open}
      aria-current={about ? "true" : undefined}
      tabIndex={chosen ? 0 : -1}
      className={`${css.person} ${about ? css.about : ""} ${won ? css.won : ""}`}
      onClick={follow}
      onFocus={onFocus}
    >
      {/* Its name is its content: what is drawn is shorter. */}
      <text x={x} y={y} className={css.heard}>
        {spokenNode(node)}
      </text>
      <rect x={x} y={y} width={width} height={height} rx="10" className={css.card} />
      <svg x={x} y={y} width={width - 8} height={height} aria-hidden="true">
        <text x="12" y="23" className={css.name}>
          {short(node.person.name, way === "columns" ? 24 : 18)}
        </text>
        <text x="12" y="43" className={css.how}>
          {howShort(node, way === "columns" ? (deal ?? "") : "")}
          {way === "columns" && deal !== undefined && <tspan className={css.deal}>{` · ${deal}`}</tspan>}
        </text>
        {way === "rows" && deal !== undefined && (
          <text x="12" y="63" className={css.deal}>
            {deal}
          </text>
        )}
      </svg>
    </a>
  );
}

/** For a finger or a mouse; the keys and the word "collapsed" say the same. */
function Fold({ spot, way, onClick }: { spot: Spot; way: Way; onClick: () => void }) {
  const { width, height } = BOX[way];
  const shut = spot.hidden > 0;
  const text = shut ? `and ${spot.hidden.toLocaleString("en-GB")} more` : "–";
  const wide = shut ? text.length * 7 + 16 : 22;
  // Beside a folded box a cousin's contacts may stand: there it sits on the box's own lower edge.
  const [left, top] =
    way === "rows"
      ? [spot.x + (width - wide) / 2, spot.y + height + (shut ? 18 : 13)]
      : shut
        ? [spot.x + width - wide - 8, spot.y + height + 2]
        : [spot.x + width + 2, spot.y + height / 2];
  const reach = way === "columns" && shut ? 28 : 44;
  return (
    <g className={`${css.fold} ${shut ? css.shut : ""}`} onClick={onClick}>
      <rect x={left - 6} y={top - reach / 2} width={wide + 12} height={reach} className={css.reach} />
      <rect x={left} y={top - 10} width={wide} height={20} rx="10" className={css.pill} />
      <text x={left + wide / 2} y={top + 4} textAnchor="middle" className={css.foldText}>
        {text}
      </text>
    </g>
  );
}

/** The boxes near what is in view, always the chosen one, and the lines between boxes that pass through it. */
function inView(
  spots: readonly Spot[],
  view: View | null,
  way: Way,
  factor: number,
  chosen: string | undefined,
) {
  if (view === null) return { spots: [], edges: [] };
  const { width, height } = BOX[way];
  const [left, top] = [view.left / factor - EDGE - FOLD, view.top / factor - EDGE - FOLD];
  const [right, bottom] = [
    (view.left + view.width) / factor + EDGE,
    (view.top + view.height) / factor + EDGE,
  ];
  const meets = (x1: number, y1: number, x2: number, y2: number) =>
    x2 >= left && x1 <= right && y2 >= top && y1 <= bottom;
  const all = new Map(spots.map((spot) => [spot.node.id, spot]));
  const edges = spots.flatMap((to): [Spot, Spot][] => {
    const from = to.node.parent && all.get(to.node.parent.id);
    if (!from) return [];
    const [x1, x2] = [Math.min(from.x, to.x), Math.max(from.x, to.x) + width];
    const [y1, y2] = [Math.min(from.y, to.y), Math.max(from.y, to.y) + height];
    return meets(x1, y1, x2, y2) ? [[from, to]] : [];
  });
  return {
    spots: spots.filter(({ node, x, y }) => node.id === chosen || meets(x, y, x + width, y + height)),
    edges,
  };
}

function curve(from: Spot, to: Spot, way: Way): string {
  const { width, height } = BOX[way];
  if (way === "columns") {
    const [x1, y1, x2, y2] = [from.x + width, from.y + height / 2, to.x, to.y + height / 2];
    const middle = (x1 + x2) / 2;
    return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
  }
  const [x1, y1, x2, y2] = [from.x + width / 2, from.y + height, to.x + width / 2, to.y];
  const middle = (y1 + y2) / 2;
  return `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`;
}

function bringIntoView(box: HTMLElement, { x, y }: Spot, way: Way, factor: number, middle: boolean): void {
  const { width, height } = BOX[way];
  const [left, top] = [(x + EDGE) * factor, (y + EDGE) * factor];
  const [wide, tall] = [width * factor, height * factor];
  const along = (from: number, size: number, at: number, room: number) => {
    if (middle) return from + size / 2 - room / 2;
    return Math.min(Math.max(at, from + size + 3 * EDGE - room), from - 3 * EDGE);
  };
  box.scrollLeft = along(left, wide, box.scrollLeft, box.clientWidth);
  box.scrollTop = along(top, tall, box.scrollTop, box.clientHeight);
}

/** Folded to the line that leads to whom it is about, with whom they introduced. */
function onlyTheLine(root: ChainNode, about: string | null): Set<string> {
  const few = foldedAtFirst(root, about, 0);
  if (few.size > 0) return few;
  return new Set(
    everybody(root)
      .filter((node) => node.children.length > 0)
      .map(({ id }) => id),
  );
}

function short(name: string, most: number): string {
  return name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name;
}

function itemId(id: string): string {
  return `in-chain-${id}`;
}
