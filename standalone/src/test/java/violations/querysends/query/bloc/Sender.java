package violations.querysends.query.bloc;

import org.axonframework.commandhandling.gateway.CommandGateway;

/** A query side that sends commands. */
class Sender {
  void send(CommandGateway gateway) {
    gateway.sendAndWait("do");
  }
}
