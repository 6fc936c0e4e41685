package org.cityeval.source;

import java.io.Serializable;

/** How a CSV file is written: its character encoding and what stands between cells. */
public record CsvDialect(String encoding, char delimiter) implements Serializable {}
