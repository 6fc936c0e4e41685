package org.cityeval.config.check;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Mistakes about service requests, in the form of {@link ConfigMistakes}. */
final class RequestMistakes {
  /** The 32nd line of the config. */
  private static final String AT = "baselines:\n";

  private RequestMistakes() {}

  static Stream<Arguments> all() {
    return Stream.of(
        mistake(
            "  cases: {path: r.csv, request_id: id, opened: o, district: d}\n",
            "requests.cases",
            "a source is called `cases` too",
            "call one of them otherwise"),
        mistake(
            "  hotline: {request_id: id, opened: o, district: d}\n",
            "requests.hotline",
            "neither path nor table",
            "add path"),
        mistake(
            "  hotline: {path: r.csv, request_id: id, district: d}\n",
            "requests.hotline.opened",
            "missing key `opened`",
            "add it"),
        mistake(
            "  hotline: {path: r.csv, request_id: id, opened: o, district: d, crosswalk: names}\n",
            "requests.hotline.crosswalk",
            "unknown crosswalk `names`",
            "declare it under crosswalks"),
        mistake(
            "  hotline: {path: r.csv, request_id: id, opened: o, district: d, time_zone: EDT5}\n",
            "requests.hotline.time_zone",
            "unknown time zone `EDT5`",
            "Asia/Shanghai"),
        mistake(
            "  hotline: {path: r.csv, request_id: id, opened: o, district: d, handoffs: 1}\n",
            "requests.hotline.handoffs",
            "unknown key `handoffs`",
            "hand_offs"));
  }

  private static Arguments mistake(String register, String key, String problem, String fix) {
    return arguments(AT, "requests:\n" + register + AT, 33, key, problem, fix);
  }
}
