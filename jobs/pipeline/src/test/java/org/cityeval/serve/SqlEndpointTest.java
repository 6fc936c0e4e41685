package org.cityeval.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.cityeval.problem.UserProblem;
import org.cityeval.storage.StoragePath;
import org.cityeval.testing.SparkExtension;
import org.cityeval.warehouse.Warehouse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How it begins and ends; what it answers stands in the tests of those who answer. */
@ExtendWith(SparkExtension.class)
class SqlEndpointTest {
  @TempDir private static Path folder;
  private static Warehouse warehouse;

  @BeforeAll
  static void make(SparkSession spark) {
    warehouse = new Warehouse(spark, StoragePath.of(folder.resolve("w")));
  }

  private static SqlEndpoint start(int port, Optional<Listening.Tls> tls) {
    return new SqlEndpoint(
        warehouse,
        new Listening("127.0.0.1", port, tls, Optional.empty()),
        ServedWaves.WIDE,
        any -> Optional.empty(),
        "test");
  }

  @Test
  void itListensUntilItIsClosedAndThenThePortIsFree() throws IOException {
    SqlEndpoint endpoint = start(0, Optional.empty());
    int port = endpoint.port();
    assertThat(port).isPositive();
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      assertThat(client.isConnected()).isTrue();
    }

    endpoint.close();

    try (SqlEndpoint next = start(port, Optional.empty())) {
      assertThat(next.port()).isEqualTo(port);
    }
  }

  @Test
  void aPortThatIsTakenIsNamedWithAWayOut() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatExceptionOfType(UserProblem.class)
          .isThrownBy(() -> start(taken.getLocalPort(), Optional.empty()))
          .withMessage("Cannot listen on 127.0.0.1, port " + taken.getLocalPort() + ".")
          .satisfies(
              problem -> {
                assertThat(problem.why()).endsWith("Address already in use");
                assertThat(problem.fix())
                    .startsWith(
                        "Stop what listens there, or take another port with --port, where 0 takes");
              });
    }
  }

  /** 192.0.2.7 is an address for examples (RFC 5737). */
  @Test
  void anAddressOfAnotherMachineIsNamedWithAWayOut() {
    Optional<Login> login = Login.find(Map.of(Login.TOKEN, "t"));
    Listening elsewhere = new Listening("192.0.2.7", 0, Optional.empty(), login);

    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(
            () ->
                new SqlEndpoint(
                    warehouse, elsewhere, ServedWaves.WIDE, any -> Optional.empty(), "test"))
        .withMessage("Cannot listen on 192.0.2.7, port 0.")
        .satisfies(problem -> assertThat(problem.fix()).contains("with --host."));
  }

  @Test
  void aCertificateThatIsNoneIsNamedWithItsKey() throws IOException {
    Path certificate = Files.writeString(folder.resolve("c.pem"), "nothing\n");
    Path key = Files.writeString(folder.resolve("k.pem"), "nothing\n");

    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> start(0, Optional.of(new Listening.Tls(certificate, key))))
        .withMessage("The certificate " + certificate + " or the key " + key + " cannot be used.")
        .satisfies(
            problem -> {
              assertThat(problem.why()).isNotEmpty();
              assertThat(problem.fix())
                  .isEqualTo("Give both as PEM, and the key in PKCS 8 without a password.");
            });
  }

  /** A file may be taken away between the look at it and its use. */
  @Test
  void aCertificateThatIsGoneIsNamedToo() throws IOException {
    Path certificate = Files.writeString(folder.resolve("gone.pem"), "nothing\n");
    Listening.Tls tls = new Listening.Tls(certificate, certificate);
    Files.delete(certificate);

    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> start(0, Optional.of(tls)))
        .withMessageContaining("gone.pem");
  }

  @Test
  void whoWaitsForItsEndHearsOfIt() throws InterruptedException {
    SqlEndpoint endpoint = start(0, Optional.empty());
    Thread waiting = new Thread(endpoint::awaitEnd);
    waiting.start();
    waiting.join(200);
    assertThat(waiting.isAlive()).isTrue();

    endpoint.close();

    waiting.join(10_000);
    assertThat(waiting.isAlive()).isFalse();
    // A shutdown hook may close it once more.
    endpoint.close();
  }

  @Test
  void whoIsStoppedWhileWaitingIsStillStopped() {
    try (SqlEndpoint endpoint = start(0, Optional.empty())) {
      Thread.currentThread().interrupt();

      endpoint.awaitEnd();

      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
