package org.cityeval.config.lake;

/** What longitudes and latitudes refer to. */
public enum Datum {
  /** The datum of GPS and of GeoJSON. */
  WGS84,
  /** The shifted coordinates of maps published in China. */
  GCJ02
}
