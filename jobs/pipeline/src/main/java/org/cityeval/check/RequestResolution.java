package org.cityeval.check;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.config.lake.RequestConfig;
import org.cityeval.config.lake.RequestFields;
import org.cityeval.lake.LakeSource;
import org.cityeval.problem.UserProblem;
import org.cityeval.source.ExpressionKind;
import org.cityeval.source.Stamps;

/** Resolves the expressions of service requests against the real columns. */
final class RequestResolution {
  private final SourceCheck check;

  /**
   * @param check told of every problem
   */
  RequestResolution(SourceCheck check) {
    this.check = check;
  }

  void check(String name, RequestConfig requests) {
    String owner = "requests." + name;
    Dataset<Row> rows = check.open(owner, requests.location()).orElse(null);
    RequestFields fields = requests.fields();
    check.expression(rows, owner + ".request_id", fields.requestId());
    stamp(rows, owner + ".opened", fields.opened(), requests);
    stamp(rows, owner + ".assigned", fields.assigned(), requests);
    stamp(rows, owner + ".closed", fields.closed(), requests);
    check.expression(rows, owner + ".agency", fields.answer().agency());
    check.expression(rows, owner + ".level", fields.answer().level());
    check.expression(rows, owner + ".channel", fields.answer().channel());
    check.expression(rows, owner + ".agencies", fields.answer().agencies());
    check.expression(rows, owner + ".hand_offs", fields.answer().handOffs(), ExpressionKind.NUMBER);
    check.expression(rows, owner + ".district", requests.key().district());
    check.expression(rows, owner + ".where", requests.where(), ExpressionKind.FILTER);
    check.kept(rows, owner, requests.keptColumns());
    requests
        .asOfExpression()
        .ifPresent(asOf -> check.expression(rows, owner + ".as_of", asOf, ExpressionKind.DAY));
  }

  private void stamp(Dataset<Row> rows, String key, String expression, RequestConfig requests) {
    if (check.expression(rows, key, expression, ExpressionKind.DAY)
        && expression != null
        && Stamps.in(requests.zone()).isReadInUtc(rows, expression)) {
      check.add(
          new UserProblem(
              key + ": '" + expression + "' reads text as UTC, not as " + requests.timeZone() + ".",
              "A TIMESTAMP is an instant, so that time_zone would have no effect on it.",
              "Write to_timestamp_ntz for local times; leave time_zone out if the text names its"
                  + " zone. The columns are "
                  + LakeSource.shown(LakeSource.ownColumns(rows))
                  + "."));
    }
  }
}
