package vn.giaouoc.command;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.node.ObjectNode;
import vn.giaouoc.command.Rejection.Rejected;
import vn.giaouoc.command.spreadsheet.Previewed;
import vn.giaouoc.command.spreadsheet.SpreadsheetRefused;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.time.When;

/**
 * Sends what a resource was asked for, and answers with the version that came of it. What a request
 * says beside its body is read here: {@code Idempotency-Key}, {@code If-Match} and {@code
 * If-None-Match: *}.
 */
@Component
public class Commands {

  /**
   * Metadata: what stands for the key of the request and for what it asks, joined by a space. Who
   * does not have the key can neither tell it from this nor try texts against it.
   */
  public static final String REQUEST = "request";

  /** Metadata: the version of the stream that the sender has seen; {@link #NOTHING} for none. */
  public static final String SEEN = "seen";

  /** The version of a stream in which nothing stands yet. */
  public static final long NOTHING = -1;

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final int TRIES = 5;

  private final CommandGateway gateway;
  private final Acting acting;
  private final Clock clock;
  private final MeterRegistry meters;

  Commands(
      CommandGateway gateway,
      Acting acting,
      @Qualifier("commandClock") Clock clock,
      MeterRegistry meters) {
    this.gateway = gateway;
    this.acting = acting;
    this.clock = clock;
    this.meters = meters;
  }

  /** An act of the present sender that everybody may read of. */
  public Envelope act(@Nullable When on) {
    return Envelope.firstHand(on == null ? Answers.today(clock) : on, acting.now());
  }

  /**
   * Sends a command for which it does not matter what its sender has seen.
   *
   * @return {@code status} with the stream's new version as entity tag
   */
  public ResponseEntity<Void> send(HttpStatus status, Command command) {
    return answer(status, command, null);
  }

  /**
   * Sends a command that is only right if its sender has seen the stream as it is.
   *
   * @param ifMatch the header, {@code "<stream>@<version>"}
   * @throws Answers.PreconditionMissing if it is missing
   */
  public ResponseEntity<Void> send(HttpStatus status, Command command, @Nullable String ifMatch) {
    return answer(status, command, Answers.seen(ifMatch, command.stream()));
  }

  /**
   * Sends a command whose answer is more than a version. A race is not run again: its sender looks
   * again first.
   */
  public <R> R ask(Command command) {
    return requireNonNull(
        this.<R>sent(command, new GenericCommandMessage<>(command, metaData(command, null))));
  }

  /** Asks what a stream has come to. Nothing happens by it, so there is nothing to ask twice. */
  public <R> R look(Command command) {
    return requireNonNull(this.<R>sent(command, command));
  }

  /** Sends what carries itself all that is asked, as a file of history does. */
  public <R> R hand(Object command) {
    return requireNonNull(this.<R>sent(command, command));
  }

  /**
   * Gives a command that the program itself has a reason for, as {@link Actor#SYSTEM}; once,
   * however many nodes give it, and however often.
   *
   * @param reason what it follows from, without spaces; the same reason is the same command. It is
   *     the key as it is, and so none that a request could have: theirs are digests
   * @return the version that the stream then has
   */
  public long give(Command command, String reason) {
    String asked = Digests.hmac(reason.getBytes(StandardCharsets.UTF_8), asked(command));
    return version(command, Map.of(REQUEST, reason + " " + asked), true);
  }

  /** An act of the program itself, today. */
  public Envelope ownAct() {
    return Envelope.firstHand(Answers.today(clock), Actor.SYSTEM);
  }

  /** Counts and times a command by what it is and what became of it; by nothing that it says. */
  private <R> @Nullable R sent(Object command, Object message) {
    Timer.Sample sample = Timer.start(meters);
    String outcome = "failed";
    try {
      R result = gateway.sendAndWait(message);
      outcome = "accepted";
      return result;
    } catch (ConcurrencyException | AggregateStreamCreationException race) {
      outcome = "raced";
      throw race;
    } catch (Rejected | Answers.BadRequest | SpreadsheetRefused refused) {
      outcome = "refused";
      throw refused;
    } catch (CommandExecutionException wrapped) {
      outcome = wrapped.getCause() instanceof Rejected ? "refused" : outcome;
      throw wrapped;
    } catch (Previewed preview) {
      outcome = "previewed";
      throw preview;
    } finally {
      sample.stop(
          meters.timer(
              "giaouoc.commands", "type", command.getClass().getSimpleName(), "outcome", outcome));
    }
  }

  private ResponseEntity<Void> answer(HttpStatus status, Command command, @Nullable Long seen) {
    long version = version(command, metaData(command, seen), seen == null);
    return ResponseEntity.status(status).eTag(Answers.etag(command.stream(), version)).build();
  }

  /** A race that its sender has no part in is run again; the key keeps it from acting twice. */
  private long version(Command command, Map<String, Object> metaData, boolean again) {
    CommandMessage<?> message = new GenericCommandMessage<>(command, metaData);
    for (int tried = 1; ; tried++) {
      try {
        return requireNonNull(this.<Long>sent(command, message));
      } catch (ConcurrencyException | AggregateStreamCreationException race) {
        if (!again || tried == TRIES) {
          throw race;
        }
      }
    }
  }

  private static Map<String, Object> metaData(Command command, @Nullable Long seen) {
    Map<String, Object> metaData = new HashMap<>();
    HttpServletRequest request = request();
    Long version = seen;
    if (request != null) {
      String key = request.getHeader("Idempotency-Key");
      if (key != null) {
        if (!KEY.matcher(key).matches()) {
          throw new Answers.BadRequest(
              "Idempotency-Key có từ 1 đến 200 ký tự ASCII, không có dấu cách",
              "Idempotency-Key has 1 to 200 ASCII characters and no spaces");
        }
        byte[] secret = key.getBytes(StandardCharsets.UTF_8);
        metaData.put(REQUEST, Digests.sha256(secret) + " " + Digests.hmac(secret, asked(command)));
      }
      if (version == null && "*".equals(request.getHeader("If-None-Match"))) {
        version = NOTHING;
      }
    }
    if (version != null) {
      metaData.put(SEEN, version);
    }
    return metaData;
  }

  private static @Nullable HttpServletRequest request() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes servlet
        ? servlet.getRequest()
        : null;
  }

  /**
   * What is asked, without the moment of asking: a repetition on the next day is the same request.
   */
  private static byte[] asked(Command command) {
    ObjectNode asked = Wire.mapper().valueToTree(command);
    ObjectNode act = (ObjectNode) asked.required("envelope");
    act.remove("occurredOn");
    act.remove("appliesFrom");
    asked.put("command", command.getClass().getSimpleName());
    return asked.toString().getBytes(StandardCharsets.UTF_8);
  }
}
