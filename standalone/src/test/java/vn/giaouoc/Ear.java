package vn.giaouoc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Listens to the feed, and whenever it is cut off goes on behind the last event that came whole.
 */
final class Ear implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Supplier<String> address;
  private final IntSupplier patience;
  private final Supplier<String> token;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final Thread thread = Thread.ofVirtual().unstarted(this::listen);
  private volatile InputStream line = InputStream.nullInputStream();
  private volatile boolean closed;
  private volatile int cutOff;

  /** An event of the feed. */
  record Heard(long position, String id, String tag) {}

  /**
   * Listens from the beginning.
   *
   * @param token of who listens, asked anew whenever it comes back
   */
  Ear(String url, Supplier<String> token) {
    this(() -> url + "/api/journal", token, () -> Integer.MAX_VALUE);
  }

  /**
   * Listens from the beginning.
   *
   * @param address of the feed, asked anew whenever it comes back
   * @param patience after how many lines it hangs up, asked anew as well
   */
  Ear(Supplier<String> address, Supplier<String> token, IntSupplier patience) {
    this.address = address;
    this.token = token;
    this.patience = patience;
    thread.start();
  }

  /** All that was heard so far, in order. */
  List<Heard> heard() {
    return List.copyOf(heard);
  }

  /** How often it had to come back. */
  int cutOff() {
    return cutOff;
  }

  @Override
  public void close() {
    closed = true;
    try {
      line.close();
    } catch (IOException e) {
      // it has ended
    }
    thread.interrupt();
  }

  private void listen() {
    String last = "0";
    while (!closed) {
      try {
        HttpResponse<InputStream> feed =
            http.send(
                HttpRequest.newBuilder(URI.create(address.get()))
                    .header("Accept", "text/event-stream")
                    .header("Authorization", "Bearer " + token.get())
                    .header("Last-Event-ID", last)
                    .build(),
                BodyHandlers.ofInputStream());
        if (feed.statusCode() == 200) {
          line = feed.body();
          last = follow(feed.body(), last);
        }
      } catch (IOException e) {
        // nobody there
      } catch (InterruptedException e) {
        return;
      }
      cutOff++;
      try {
        TimeUnit.MILLISECONDS.sleep(50);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Returns the position of the last event, or remark, that came whole. */
  private String follow(InputStream feed, String from) {
    String last = from;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(feed, StandardCharsets.UTF_8))) {
      String id = from;
      JsonNode data = null;
      int left = patience.getAsInt();
      for (String text = lines.readLine();
          text != null && left > 0;
          text = lines.readLine(), left--) {
        if (text.startsWith("id:")) {
          id = text.substring(3).strip();
        } else if (text.startsWith("data:")) {
          data = JSON.readTree(text.substring(5));
        } else if (text.isEmpty()) {
          if (data != null) {
            heard.add(
                new Heard(
                    Long.parseLong(id),
                    data.path("eventId").asString(),
                    data.path("stream").asString() + "@" + data.path("version").asLong()));
          }
          data = null;
          last = id;
        }
      }
    } catch (IOException e) {
      // cut off
    }
    return last;
  }
}
