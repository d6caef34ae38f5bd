package vn.giaouoc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where there is no nginx: the same routes, and the same care. A request goes to another node if it
 * could not be sent; if it was, only a GET does. One connection for each request.
 */
final class PlainProxy implements Proxy {

  private final AtomicInteger turn = new AtomicInteger();

  @Override
  public Running start(
      Path directory, int port, List<Integer> commandSides, List<Integer> querySides)
      throws IOException {
    ServerSocket server = new ServerSocket();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    Thread.ofVirtual()
        .start(
            () -> {
              while (!server.isClosed()) {
                try {
                  Socket client = server.accept();
                  Thread.ofVirtual().start(() -> serve(client, commandSides, querySides));
                } catch (IOException e) {
                  // closed, or a client that has gone already
                }
              }
            });
    return new Running() {
      @Override
      public boolean isAlive() {
        return !server.isClosed();
      }

      @Override
      public void kill() {
        close();
      }

      @Override
      public void close() {
        try {
          server.close();
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  private void serve(Socket client, List<Integer> commandSides, List<Integer> querySides) {
    try (client) {
      InputStream in = client.getInputStream();
      String head = head(in);
      String method = head.substring(0, head.indexOf(' '));
      boolean reads = List.of("GET", "HEAD").contains(method);
      String path = head.split(" ", 3)[1];
      int length =
          head.lines()
              .map(line -> line.toLowerCase(Locale.ROOT))
              .filter(line -> line.startsWith("content-length:"))
              .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
              .findFirst()
              .orElse(0);
      byte[] request =
          Stream.concat(
                  head.lines()
                      .filter(line -> !line.matches("(?i)(connection|upgrade|http2-settings):.*")),
                  Stream.of("Connection: close", "", ""))
              .collect(Collectors.joining("\r\n"))
              .getBytes(StandardCharsets.ISO_8859_1);
      byte[] body = in.readNBytes(length);
      List<Integer> nodes = reads || path.startsWith("/api/query/") ? querySides : commandSides;
      boolean longWork = path.contains("/projections") || path.endsWith("/replay");
      int first = longWork ? 0 : turn.getAndIncrement();
      for (int i = 0; i < nodes.size(); i++) {
        int node = nodes.get(Math.floorMod(first + i, nodes.size()));
        try (Socket upstream = new Socket(InetAddress.getLoopbackAddress(), node)) {
          upstream.getOutputStream().write(request);
          upstream.getOutputStream().write(body);
          if (answer(upstream.getInputStream(), client.getOutputStream()) || !reads) {
            return;
          }
        } catch (java.net.ConnectException e) {
          // the next one
        }
      }
      client
          .getOutputStream()
          .write(
              "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      // the client or the node has gone; who asked sees its connection end
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.write(next);
    }
    return head.toString(StandardCharsets.ISO_8859_1).strip();
  }

  /** Hands an answer on as it comes; returns whether there was one. */
  private static boolean answer(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[8192];
    boolean any = false;
    for (int count = read(from, buffer, any); count > 0; count = read(from, buffer, any)) {
      any = true;
      to.write(buffer, 0, count);
      to.flush();
    }
    return any;
  }

  private static int read(InputStream from, byte[] buffer, boolean any) throws IOException {
    try {
      return from.read(buffer);
    } catch (IOException e) {
      if (any) {
        throw e;
      }
      return -1;
    }
  }
}
