package vn.giaouoc.bench;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.giaouoc.bench.Load.Rate;
import vn.giaouoc.command.CommandSide;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.eventstore.DatabaseSetup;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The real command side on the same database. Its command is the one that notes a further way of
 * writing a unit's name: the stream of ten events is sourced, one is appended.
 */
final class Commands implements AutoCloseable {

  private final Target target;
  private final ConfigurableApplicationContext context;
  private final CommandGateway gateway;
  private final MethodHandle addAlias;
  private final URI base;

  Commands(Target target) {
    this.target = target;
    context =
        new SpringApplicationBuilder(CommandSide.class)
            .properties("spring.config.name=command-side", "spring.main.banner-mode=off")
            .initializers(
                starting ->
                    starting
                        .getEnvironment()
                        .getPropertySources()
                        .addFirst(
                            new MapPropertySource(
                                "bench", target.settings("command", DatabaseSetup.COMMAND_ROLE))))
            .registerShutdownHook(false)
            .run();
    gateway = context.getBean(CommandGateway.class);
    addAlias = constructor("vn.giaouoc.command.unit.UnitCommand$AddAlias");
    base =
        URI.create(
            "http://127.0.0.1:"
                + Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"))
                + "/api/units/");
  }

  /** Commands are nobody's but their context's. The bench may know one all the same. */
  private static MethodHandle constructor(String command) {
    try {
      Constructor<?> constructor = Class.forName(command).getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return MethodHandles.lookup().unreflectConstructor(constructor);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Through the gateway. */
  Rate gateway(int callers, Duration duration) throws Exception {
    Envelope envelope =
        Envelope.firstHand(
            When.on(LocalDate.of(2025, 1, 1)), new Actor("administrator", null, "administrator"));
    return Load.run(
        callers,
        duration,
        () ->
            random ->
                gateway.sendAndWait(command(UnitId.of(slug(random)), alias(random), envelope)));
  }

  private Object command(UnitId unit, String alias, Envelope envelope) {
    try {
      return addAlias.invoke(unit, alias, envelope);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Over HTTP, a kept connection for each caller. */
  Rate http(int callers, Duration duration) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return Load.run(callers, duration, () -> random -> post(client, random));
    }
  }

  private void post(HttpClient client, Random random) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(slug(random) + "/aliases"))
            .header("Content-Type", "application/json")
            // a key that was never used before: the question is what a command costs, not a retry
            .header(
                "Idempotency-Key",
                Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong()))
            .timeout(Duration.ofSeconds(30))
            .POST(HttpRequest.BodyPublishers.ofString("{\"alias\":\"" + alias(random) + "\"}"))
            .build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException("HTTP " + response.statusCode() + ": " + response.body());
    }
  }

  private String slug(Random random) {
    return Target.slug(1 + random.nextInt(target.streams()));
  }

  /** Never the same again: an alias that is known already would append nothing. */
  private static String alias(Random random) {
    return "Sở Y tế, cách viết "
        + Math.abs(random.nextLong() ^ ThreadLocalRandom.current().nextLong());
  }

  @Override
  public void close() {
    context.close();
  }
}
