package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cityeval.serve.Login;
import org.cityeval.testing.Cli;
import org.cityeval.testing.ForkedCli;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeTest {
  private static final Pattern URL = Pattern.compile("(?m)^JDBC +(\\S+)$");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--host 0.0.0.0 | Without a login the endpoint listens on this machine alone",
        "--port 65536 | There is no port 65536.",
        "--max-rows 0 | at least one row",
        "--timeout 0 | at least one row",
        "--tls-key k.pem | A certificate and its key belong together.",
        "--tls-key no.pem --tls-certificate no.pem | Cannot read no.pem.",
        "--warehouse nowhere | There is no warehouse at nowhere."
      })
  void whatCannotBeServedIsWrongUsage(String options, String told) {
    Cli.Answer answer = Cli.plain().run(("serve " + options).split(" "));

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains(told);
    assertThat(answer.out()).isEmpty();
  }

  @Test
  void halfALoginIsWrongUsage() {
    Cli.Answer answer =
        Cli.plain().withEnvironment(Map.of(Login.PASSWORD, "hush-hush")).run("serve");

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err()).contains(Login.USER).doesNotContain("hush-hush");
  }

  /** The rank is read from the tables by Delta's reader of another process: 'sql'. */
  @Test
  void itServesUntilItIsStopped() throws Exception {
    TinyLake lake = TinyLake.published();
    String ranks =
        "select count(*), sum(rank), min(rank_low), max(rank_high) from current.rank_interval";
    Path out = folder.resolve("out.txt");
    Process process =
        ForkedCli.start(
            out,
            "-Duser.timezone=UTC",
            "serve",
            "--port",
            "0",
            "--warehouse",
            lake.warehouse().toString());
    try (Connection connection = DriverManager.getConnection(url(process, out));
        Statement asked = connection.createStatement();
        ResultSet row = asked.executeQuery(ranks)) {
      row.next();
      assertThat(row.getLong(1)).isPositive();
      assertThat(lake.sql(ranks).rows())
          .containsExactly(
              row.getLong(1) + "," + row.getLong(2) + "," + row.getInt(3) + "," + row.getInt(4));
    } finally {
      process.destroy();
    }

    assertThat(process.waitFor()).isEqualTo(143);
    assertThat(Files.readString(folder.resolve("out.txt.err")))
        .contains("Stopped from outside")
        .doesNotContain("Exception");
  }

  private static String url(Process process, Path out) throws Exception {
    ForkedCli.await(process, () -> URL.matcher(Files.readString(out)).find());
    Matcher told = URL.matcher(Files.readString(out));
    assertThat(told.find()).isTrue();
    return told.group(1);
  }
}
