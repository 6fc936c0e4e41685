package org.cityeval.draft.sample;

/** A file of which nothing can be told, and why; the draft lists it. */
public record PassedOver(String path, String reason) implements Looked {}
