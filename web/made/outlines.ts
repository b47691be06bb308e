// Outlines of countries by ISO 3166-1 alpha-2, out of Natural Earth (world-atlas), each with a point to stand for it.
import countries from "i18n-iso-countries";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoCentroid, geoArea } from "d3-geo";
import { feature } from "topojson-client";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import type { GeometryCollection, Topology } from "topojson-specification";

const require = createRequire(import.meta.url);

export interface Outlines {
  topology: Topology;
  points: Record<string, [number, number]>; // longitude, latitude by country
}

export function readOutlines(): Outlines {
  const topology = JSON.parse(readFileSync(require.resolve("world-atlas/countries-110m.json"), "utf8")) as Topology;
  const detailed = JSON.parse(readFileSync(require.resolve("world-atlas/countries-50m.json"), "utf8")) as Topology;
  const points: Outlines["points"] = {};
  const all = feature(detailed, detailed.objects["countries"] as GeometryCollection).features;
  for (const country of all) {
    const code = countries.numericToAlpha2(String(country.id ?? ""));
    if (!code || country.geometry.type === "GeometryCollection") continue;
    const [longitude, latitude] = geoCentroid(largestPart(country as Feature<Polygon | MultiPolygon>));
    points[code] = [round(longitude), round(latitude)];
  }
  for (const one of (topology.objects["countries"] as GeometryCollection).geometries) delete one.properties;
  delete topology.objects["land"];
  return { topology, points };
}

// Far islands would pull the point into the sea.
function largestPart(country: Feature<Polygon | MultiPolygon>): Feature<Polygon> {
  const parts = country.geometry.type === "Polygon" ? [country.geometry.coordinates] : country.geometry.coordinates;
  const features = parts.map((coordinates): Feature<Polygon> => ({
    type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates },
  }));
  return features.reduce((best, one) => (geoArea(one) > geoArea(best) ? one : best));
}

const round = (degrees: number) => Math.round(degrees * 10) / 10;
