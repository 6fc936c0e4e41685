package org.cityeval.config;

/** What longitudes and latitudes refer to. */
public enum Datum {
  /** The datum of GPS and of GeoJSON. */
  WGS84,
  /** The shifted coordinates of maps published in China. */
  GCJ02
}
