package org.cityeval.source;

import java.io.Serializable;

/**
 * A file of the lake.
 *
 * @param uri where it is
 * @param label how it is named in positions and messages: its path below what the config names
 * @param bytes its size
 */
public record LakeFile(String uri, String label, long bytes) implements Serializable {}
