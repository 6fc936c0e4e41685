package org.cityeval.serve;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cityeval.problem.UserProblem;

/**
 * Where the endpoint listens, and to whom.
 *
 * @param host a name or an address of this machine
 * @param port 0 for any that is free
 * @param tls empty for connections that anyone on the way can read
 * @param login empty where anyone may ask
 */
public record Listening(String host, int port, Optional<Tls> tls, Optional<Login> login) {

  /**
   * The server's certificate and its key, as PEM files.
   *
   * @param certificate the certificate, and those that lead to its issuer
   * @param key in PKCS 8, without a password
   */
  public record Tls(Path certificate, Path key) {
    public Tls {
      for (Path file : new Path[] {certificate, key}) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
          throw new UserProblem(
              "Cannot read " + file + ".",
              "TLS needs a certificate and its key, each in a PEM file.",
              "Correct --tls-certificate or --tls-key.");
        }
      }
    }
  }

  public Listening {
    boolean reachable = !isLoopback(host);
    if (login.isEmpty() && reachable) {
      throw new UserProblem(
          "Without a login the endpoint listens on this machine alone, not on " + host + ".",
          "Anyone who reaches that address could read what is published.",
          "Set "
              + Login.USER
              + " and "
              + Login.PASSWORD
              + ", or "
              + Login.TOKEN
              + ", in the environment; or leave --host out.");
    }
  }

  /** Whether a password would travel in clear text to another machine. */
  public boolean isOverheard() {
    return tls.isEmpty() && !isLoopback(host);
  }

  private static boolean isLoopback(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!address.isLoopbackAddress()) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException unknown) {
      throw new UserProblem(
          "There is no host " + host + ".",
          "Its name does not lead to an address.",
          "Correct --host.",
          unknown);
    }
  }
}
