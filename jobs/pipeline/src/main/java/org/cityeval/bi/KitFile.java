package org.cityeval.bi;

/**
 * A file of the kit.
 *
 * @param path below the kit's folder, by {@code /}
 */
public record KitFile(String path, String text) {}
