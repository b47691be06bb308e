// Where the encounters took place: an outline of the world without a network, and the same as a table.
import { useMemo } from "preact/hooks";
import { geoNaturalEarth1, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection } from "topojson-specification";
import outlines from "virtual:outlines";
import type { Places, Rows } from "../api.ts";
import { changed, filterOf, withQuery } from "../filter.ts";
import { narrowed, placesOf } from "../published.ts";
import { addressOf } from "../route.ts";
import { embedded } from "../source.ts";
import { useAnswer } from "../use.ts";
import { say, speaker } from "../words.ts";
import { Chips, Filters, SearchBox } from "../parts/filters.tsx";
import { Foreign } from "../parts/foreign.tsx";
import { useTitle, Waiting } from "../parts/frame.tsx";
import { visible } from "../text.ts";

type Place = Places["places"][number];

const [width, height] = [960, 480];
const near = 14; // degrees kept around the places that are shown

function pointOf(place: Place): [number, number] | null {
  if (place.lat !== null && place.lon !== null) return [place.lon, place.lat];
  return place.country ? (outlines.points[place.country] ?? null) : null;
}

export function MapView({ search }: { search: URLSearchParams }) {
  useTitle(say("nav.map"));
  const filter = filterOf(search);
  const asked = useAnswer<Places>(embedded ? null : withQuery("/api/places", filter));
  const rows = useAnswer<Rows>(embedded ? "/api/encounters" : null);
  const answer = embedded ? rows.answer && placesOf(narrowed(rows.answer, filter).items) : asked.answer;
  return (
    <>
      <h1>{say("nav.map")}</h1>
      <div class="with-filters">
        <div class="ask">
          <SearchBox search={search} label={say("search.encounters")} />
          <Filters search={search} />
        </div>
        <div class="found">
          <Chips search={search} />
          {!answer ? <Waiting error={asked.error ?? rows.error} /> : (
            <>
              <World places={answer.places} search={search} />
              <PlaceTable answer={answer} search={search} />
            </>
          )}
        </div>
      </div>
    </>
  );
}

const timelineOf = (place: Place, search: URLSearchParams) =>
  addressOf("timeline", [], place.name && !embedded ? changed(filterOf(search), "place", place.name) : changed(filterOf(search), "country", place.country));

const nameOf = (place: Place) => place.names[speaker.language] ?? place.name;
const labelOf = (place: Place) => [nameOf(place), speaker.country(place.country)].filter(Boolean).join(say("comma"));

function World({ places, search }: { places: Place[]; search: URLSearchParams }) {
  const shown = places.flatMap((place) => {
    const point = pointOf(place);
    return point ? [{ place, point }] : [];
  });
  const key = shown.map((one) => one.point.join()).join(";");
  const { path, land, borders } = useMemo(() => draw(shown.map((one) => one.point)), [key]);
  const most = Math.max(1, ...places.map((one) => one.encounters));
  return (
    <figure class="map">
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={say("map.says", shown.length)} dir="ltr">
        <path class="sea" d={borders} />
        <path class="land" d={land} />
        {shown.map(({ place, point }) => {
          const [x, y] = path.projection(point) ?? [0, 0];
          const told = say("period.says", visible(labelOf(place)), say("encounters", place.encounters));
          const exact = place.lat !== null;
          return (
            <a href={timelineOf(place, search)} aria-label={told}>
              <title>{told}</title>
              <circle class={exact ? "" : "country"} cx={x} cy={y} r={5 + 13 * Math.sqrt(place.encounters / most)} />
              {shown.length <= 24 && <text x={x} y={y - 9 - 13 * Math.sqrt(place.encounters / most)}>{visible(nameOf(place) ?? speaker.country(place.country))}</text>}
            </a>
          );
        })}
      </svg>
      <figcaption class="note">{say("map.note")}</figcaption>
    </figure>
  );
}

// The part of the world that holds the points, with the lands around them.
function draw(points: [number, number][]) {
  const projection = geoNaturalEarth1();
  const lands = feature(outlines.topology, outlines.topology.objects["countries"] as GeometryCollection);
  if (points.length === 0) projection.fitSize([width, height], { type: "Sphere" });
  else {
    const around = points.flatMap(([longitude, latitude]) => [[-1, -1], [1, 1], [-1, 1], [1, -1]].map(([x, y]) =>
      [Math.max(-180, Math.min(180, longitude + x! * near * 1.6)), Math.max(-85, Math.min(85, latitude + y! * near * 0.8))]));
    projection.fitExtent([[12, 12], [width - 12, height - 12]], { type: "MultiPoint", coordinates: around });
  }
  projection.clipExtent([[0, 0], [width, height]]);
  const path = geoPath(projection).digits(1);
  return { path: { projection }, land: path(lands) ?? "", borders: path({ type: "Sphere" }) ?? "" };
}

function PlaceTable({ answer, search }: { answer: Places; search: URLSearchParams }) {
  return (
    <table class="counts places">
      <caption>{say("map.table")}</caption>
      <thead><tr><th scope="col">{say("field.place")}</th><th scope="col">{say("filter.country")}</th><th scope="col">{say("column.encounters")}</th></tr></thead>
      <tbody>
        {answer.places.map((place) => (
          <tr>
            <th scope="row"><a href={timelineOf(place, search)}>{nameOf(place) ? <Foreign text={nameOf(place)!} most={80} /> : say("place.unknown")}</a></th>
            <td>{speaker.country(place.country)}</td>
            <td class="figure">{speaker.number(place.encounters)}</td>
          </tr>
        ))}
        {answer.unplaced > 0 && <tr class="unknown"><th scope="row" colSpan={2}>{say("map.unplaced")}</th><td class="figure">{speaker.number(answer.unplaced)}</td></tr>}
      </tbody>
    </table>
  );
}
