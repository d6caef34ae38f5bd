package vn.giaouoc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.giaouoc.command.Digests;

/**
 * Joins what a record keeps apart. It is given everything that can be read after some polls, as
 * sequences of lines, and guesses who had which paper, who chose what, and what stood on which
 * paper, by every order in which these come anywhere. Each way of guessing is tried on all polls;
 * the best is compared with the best that the same ways reach when the truth is shuffled within
 * each poll.
 */
final class JoinAttack {

  /**
   * What is true of a poll, known to the test alone.
   *
   * @param units in the order in which they were issued papers, as the record tells
   * @param tokens the paper of each
   * @param choices what each chose
   * @param options what could be chosen
   */
  record Truth(
      List<String> units, List<String> tokens, List<String> choices, List<String> options) {

    /** What is true of the first, second, … unit: which option it chose, or which paper it had. */
    private int[] indices(boolean ofChoices) {
      return (ofChoices ? choices : tokens)
          .stream().mapToInt((ofChoices ? options : tokens)::indexOf).toArray();
    }
  }

  /**
   * What was guessed in one way: of each poll, what is said of the first, second, … unit.
   *
   * @param expected how many are right by chance: where what is said and what is true are joined at
   *     random
   * @param variance of that number
   */
  private record Guess(int poll, boolean ofChoices, int[] said, double expected, double variance) {

    private static Guess of(int poll, boolean ofChoices, int[] said, int[] truth) {
      double n = said.length;
      double expected = 0;
      double apart = 0;
      for (int one : said) {
        for (int other : truth) {
          double agree = one == other ? 1 : 0;
          double apiece = agree - (count(truth, one) + count(said, other)) / n;
          apart += apiece * apiece;
          expected += agree / n;
        }
      }
      return new Guess(poll, ofChoices, said, expected, (apart - expected * expected) / (n - 1));
    }

    private static double count(int[] all, int one) {
      return Arrays.stream(all).filter(each -> each == one).count();
    }
  }

  /** Where a choice is written down many times over, the first so many lists of all are tried. */
  private static final int LISTS = 4;

  private final List<Truth> polls;
  private final Map<String, List<Guess>> ways = new LinkedHashMap<>();

  JoinAttack(List<Truth> polls) {
    this.polls = polls;
  }

  /** Looks through one thing that can be read, line by line, in the order in which it has them. */
  void read(String what, List<String> lines) {
    for (int poll = 0; poll < polls.size(); poll++) {
      Truth truth = polls.get(poll);
      for (Spelling spelling : Spelling.values()) {
        List<String> tokens = truth.tokens().stream().map(spelling::of).toList();
        guess(what + ": papers", poll, false, firstSeen(lines, tokens), tokens);
      }
      List<String> choices = seen(lines, truth.options());
      guess(what + ": choices", poll, true, choices, truth.options());
      List<List<String>> lists = lists(choices, truth.options().size());
      for (int i = 0; i < lists.size(); i++) {
        guess(what + ": choices, list " + i, poll, true, lists.get(i), truth.options());
      }
      guess(
          what + ": lines with a choice",
          poll,
          true,
          seen(
              lines.stream()
                  .filter(line -> truth.options().stream().filter(line::contains).count() == 1)
                  .toList(),
              truth.options()),
          truth.options());
    }
  }

  /** How a token may be written. */
  private enum Spelling {
    BASE64,
    BYTES,
    HEXADECIMAL,
    DIGEST;

    private String of(String token) {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      return switch (this) {
        case BASE64 -> token;
        case BYTES -> new String(bytes, StandardCharsets.ISO_8859_1);
        case HEXADECIMAL -> HexFormat.of().formatHex(bytes);
        case DIGEST -> Digests.sha256(bytes);
      };
    }
  }

  /** In which order some words come first. */
  private static List<String> firstSeen(List<String> lines, List<String> words) {
    Map<String, Long> places = new HashMap<>();
    long number = 0;
    for (String line : lines) {
      for (String word : words) {
        int at = places.containsKey(word) ? -1 : line.indexOf(word);
        if (at >= 0) {
          places.put(word, (number << 32) + at);
        }
      }
      number++;
    }
    return places.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** In which order some words come, as often as they do. */
  private static List<String> seen(List<String> lines, List<String> words) {
    List<String> seen = new ArrayList<>();
    for (String line : lines) {
      SortedMap<Integer, String> places = new TreeMap<>();
      for (String word : words) {
        for (int at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
          places.put(at, word);
        }
      }
      seen.addAll(places.values());
    }
    return seen;
  }

  /** The first lists in a longer sequence, of as many as there are, each once. */
  private static List<List<String>> lists(List<String> sequence, int size) {
    List<List<String>> lists = new ArrayList<>();
    for (int i = 0; i + size <= sequence.size() && lists.size() < LISTS; ) {
      List<String> next = sequence.subList(i, i + size);
      if (Set.copyOf(next).size() == size) {
        lists.add(next);
        i += size;
      } else {
        i++;
      }
    }
    return lists;
  }

  /** A sequence as long as the poll says something of each unit: forwards, backwards, by name. */
  private void guess(
      String what, int poll, boolean ofChoices, List<String> sequence, List<String> words) {
    Truth truth = polls.get(poll);
    List<String> units = truth.units();
    if (sequence.size() != units.size()) {
      return;
    }
    int[] said = sequence.stream().mapToInt(words::indexOf).toArray();
    int size = said.length;
    int[] backwards = new int[size];
    int[] byName = new int[size];
    List<String> sorted = units.stream().sorted().toList();
    for (int i = 0; i < size; i++) {
      backwards[i] = said[size - 1 - i];
      byName[i] = said[sorted.indexOf(units.get(i))];
    }
    int[] indeed = truth.indices(ofChoices);
    add(what + ", in order", Guess.of(poll, ofChoices, said, indeed));
    add(what + ", backwards", Guess.of(poll, ofChoices, backwards, indeed));
    add(what + ", by name", Guess.of(poll, ofChoices, byName, indeed));
  }

  private void add(String way, Guess guess) {
    ways.computeIfAbsent(way, _ -> new ArrayList<>()).add(guess);
  }

  /** How many ways there were to guess. */
  Set<String> ways() {
    return ways.keySet();
  }

  /**
   * How probable it is to guess as well by chance.
   *
   * @param among how the names of the ways begin of which the best is asked for, each for itself;
   *     all ways compete with it by chance
   * @param shuffles how often the truth is shuffled
   * @return for each, the best way, how many it guessed rightly beyond chance, in standard
   *     deviations, and the probability that the best of all ways does as well
   */
  List<Result> best(List<String> among, int shuffles, Random random) {
    // what can be said of a few polls only is as good as anything by chance, and hides the rest
    ways.values().removeIf(guesses -> guesses.size() * 2 < polls.size());
    List<int[]> tokens = new ArrayList<>();
    List<int[]> choices = new ArrayList<>();
    for (Truth truth : polls) {
      tokens.add(truth.indices(false));
      choices.add(truth.indices(true));
    }
    Map<String, Double> scores = new LinkedHashMap<>();
    ways.forEach((way, guesses) -> scores.put(way, score(guesses, tokens, choices)));
    List<Double> byChance = new ArrayList<>();
    for (int i = 0; i < shuffles; i++) {
      tokens.forEach(each -> shuffle(each, random));
      choices.forEach(each -> shuffle(each, random));
      double by = Double.NEGATIVE_INFINITY;
      for (List<Guess> guesses : ways.values()) {
        by = Math.max(by, score(guesses, tokens, choices));
      }
      byChance.add(by);
    }
    return among.stream().map(beginning -> best(beginning, scores, byChance)).toList();
  }

  private static Result best(String beginning, Map<String, Double> scores, List<Double> byChance) {
    String best =
        scores.keySet().stream()
            .filter(way -> way.startsWith(beginning))
            .max(Comparator.comparing(scores::get))
            .orElseThrow();
    double reached = scores.get(best);
    long asGood = byChance.stream().filter(by -> by >= reached).count();
    return new Result(best, reached, (asGood + 1.0) / (byChance.size() + 1.0));
  }

  /** See {@link #best}. */
  record Result(String way, double deviations, double probability) {}

  /** Right guesses beyond what is expected by chance, in standard deviations. */
  private static double score(List<Guess> guesses, List<int[]> tokens, List<int[]> choices) {
    double beyond = 0;
    double variance = 0;
    for (Guess guess : guesses) {
      int[] truth = (guess.ofChoices() ? choices : tokens).get(guess.poll());
      int[] said = guess.said();
      int right = 0;
      for (int i = 0; i < said.length; i++) {
        right += said[i] == truth[i] ? 1 : 0;
      }
      beyond += right - guess.expected();
      variance += guess.variance();
    }
    return variance == 0 ? Double.NEGATIVE_INFINITY : beyond / Math.sqrt(variance);
  }

  private static void shuffle(int[] array, Random random) {
    for (int i = array.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = array[i];
      array[i] = array[j];
      array[j] = kept;
    }
  }
}
