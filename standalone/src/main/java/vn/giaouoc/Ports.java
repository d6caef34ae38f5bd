package vn.giaouoc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback address. */
final class Ports {

  private Ports() {}

  /** Whether a server could listen on it now. */
  static boolean isFree(int port) {
    if (port == 0) {
      return false;
    }
    try (ServerSocket socket = new ServerSocket()) {
      // as servers do: connections of a server that just ended do not count
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
