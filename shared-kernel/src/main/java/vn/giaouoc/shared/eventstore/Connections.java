package vn.giaouoc.shared.eventstore;

import java.util.UUID;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;

/** How this program connects to Axon Server. */
final class Connections {

  /** Twice the largest body that the API takes: the server must be set to as much. */
  private static final int LARGEST_MESSAGE = 16 * 1024 * 1024;

  private Connections() {}

  /**
   * The settings of the connector.
   *
   * @param component the name under which the server shows this program
   */
  static AxonServerConfiguration settings(Engine.AxonServer server, String component) {
    AxonServerConfiguration.Builder settings =
        AxonServerConfiguration.builder()
            .servers(server.servers())
            .context(server.context())
            .componentName(component)
            // two nodes on one machine, or in one process, are two clients
            .clientId(component + "-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID())
            .maxMessageSize(LARGEST_MESSAGE)
            .suppressDownloadMessage();
    String token = server.token();
    if (token != null) {
      settings.token(token);
    }
    if (server.certificateFile() != null) {
      settings.ssl(server.certificateFile().toString());
    }
    AxonServerConfiguration built = settings.build();
    // what this program does not know must reach it all the same
    built.setEventBlockListingEnabled(false);
    return built;
  }

  /** Connections with these settings, opened when first asked for. */
  static AxonServerConnectionManager open(AxonServerConfiguration settings) {
    return AxonServerConnectionManager.builder().axonServerConfiguration(settings).build();
  }
}
