package vn.giaouoc.shared.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Lots that nobody can foresee and anybody can draw again. Each of several units thinks up a seed
 * and first says only its digest; when all have, all say their seeds. The options are ordered by
 * the digest of all seeds with their names, so that one honest unit is enough for a fair lot.
 */
public final class Lots {

  private static final Pattern SEED = Pattern.compile("[0-9a-f]{64}");

  private Lots() {}

  /** Whether this is a seed or a digest: 32 bytes in small hexadecimal figures. */
  public static boolean isWellFormed(String hex) {
    return SEED.matcher(hex).matches();
  }

  /**
   * What a unit commits itself by: SHA-256 of {@code <poll>|<question>|<unit>|<seed>}. It names the
   * unit, so that none can repeat what another said.
   */
  public static String commitment(PollId poll, String question, UnitId unit, String seed) {
    return digest(String.join("|", poll.slug(), question, unit.slug(), seed));
  }

  /**
   * The options in the order of the lot, the first drawn first: by SHA-256 of all seeds, in the
   * order of the units' names, joined by {@code |}, and the option.
   */
  public static List<String> drawn(List<String> options, Map<UnitId, String> seeds) {
    Map<String, String> byUnit = new TreeMap<>();
    seeds.forEach((unit, seed) -> byUnit.put(unit.slug(), seed));
    String all = String.join("|", byUnit.values());
    return options.stream()
        .sorted(Comparator.comparing(option -> digest(all + "|" + option)))
        .toList();
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
