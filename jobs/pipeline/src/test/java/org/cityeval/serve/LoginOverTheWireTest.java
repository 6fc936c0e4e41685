package org.cityeval.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cityeval.problem.UserProblem;
import org.cityeval.testing.SparkExtension;
import org.cityeval.warehouse.Warehouse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class LoginOverTheWireTest {
  private static final Optional<Login> LOGIN =
      Login.find(Map.of(Login.USER, "ann", Login.PASSWORD, "p: ä", Login.TOKEN, "t-1"));

  @TempDir private static Path folder;
  private static Warehouse warehouse;

  @BeforeAll
  static void publish() {
    warehouse = ServedWaves.publish(folder.resolve("w"));
  }

  private static void assertLetIn(ServedWaves served, String... properties) throws SQLException {
    try (Connection connection = served.connect(properties)) {
      assertThat(ServedWaves.ask(connection, "select count(*) from current.wave"))
          .containsExactly(List.of(3L));
    }
  }

  private static void assertRefused(ServedWaves served, String... properties) {
    assertThatThrownBy(() -> assertLetIn(served, properties))
        .isInstanceOf(SQLException.class)
        .hasStackTraceContaining("The user, the password or the token is not the endpoint's.");
  }

  @Test
  void onlyTheUserWithThePasswordOrTheTokenIsLetIn() throws SQLException {
    try (ServedWaves served =
        ServedWaves.start(warehouse, ServedWaves.WIDE, Optional.empty(), LOGIN)) {
      assertLetIn(served, "user", "ann", "password", "p: ä");
      assertLetIn(served, "token", "t-1");
      assertRefused(served, "user", "ann", "password", "p: a");
      assertRefused(served, "user", "bob", "password", "p: ä");
      assertRefused(served, "user", "ann", "password", "");
      assertRefused(served, "token", "t-2");
      assertRefused(served, "token", "");
      assertRefused(served);
    }
  }

  @Test
  void withoutALoginAnyoneOfThisMachineIsLetIn() throws SQLException {
    try (ServedWaves served = ServedWaves.start(warehouse)) {
      assertLetIn(served);
      assertLetIn(served, "user", "anyone", "password", "anything");
    }
  }

  @Test
  void anEncryptedConnectionIsCheckedByTheCertificate() throws Exception {
    Path store = folder.resolve("keys.p12");
    keytool(store, "cn=localhost", "san=ip:127.0.0.1,dns:localhost");
    Listening.Tls tls = pem(store);
    try (ServedWaves served =
        ServedWaves.start(warehouse, ServedWaves.WIDE, Optional.of(tls), LOGIN)) {
      String[] trusted = {
        "user", "ann", "password", "p: ä", "tlsRootCerts", tls.certificate().toString()
      };
      assertLetIn(served, trusted);
      // Nobody vouches for this certificate.
      assertThatThrownBy(() -> assertLetIn(served, "user", "ann", "password", "p: ä"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> assertLetIn(served, "useEncryption", "false", "token", "t-1"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void aKeyThatIsNoneIsNamed() throws IOException {
    Path no = Files.writeString(folder.resolve("no.pem"), "nothing\n");

    assertThatThrownBy(
            () ->
                ServedWaves.start(
                    warehouse,
                    ServedWaves.WIDE,
                    Optional.of(new Listening.Tls(no, no)),
                    Optional.empty()))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("no.pem");
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    try (ServedWaves served = ServedWaves.start(warehouse)) {
      Listening same =
          new Listening("127.0.0.1", served.port(), Optional.empty(), Optional.empty());
      assertThatThrownBy(
              () ->
                  new SqlEndpoint(
                      warehouse, same, ServedWaves.WIDE, any -> Optional.empty(), "test"))
          .isInstanceOf(UserProblem.class)
          .hasMessageContaining("port " + served.port());
    }
  }

  private static void keytool(Path store, String name, String extension)
      throws IOException, InterruptedException {
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "server",
                "-dname",
                name,
                "-ext",
                extension,
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit")
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
  }

  private static Listening.Tls pem(Path store) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    char[] password = "changeit".toCharArray();
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, password);
    }
    return new Listening.Tls(
        pem("CERTIFICATE", keys.getCertificate("server").getEncoded(), folder.resolve("s.pem")),
        pem("PRIVATE KEY", keys.getKey("server", password).getEncoded(), folder.resolve("s.key")));
  }

  private static Path pem(String kind, byte[] der, Path file) throws IOException {
    String text =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return Files.writeString(
        file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }
}
