package vn.giaouoc.command.ballot;

import static vn.giaouoc.command.ballot.BallotRejection.ANOTHER_PAPER_RETURNED;
import static vn.giaouoc.command.ballot.BallotRejection.BOX_SEALED;
import static vn.giaouoc.command.ballot.BallotRejection.DATABASE_NOTES_TOO_MUCH;
import static vn.giaouoc.command.ballot.BallotRejection.KEYS_MISSING;
import static vn.giaouoc.command.ballot.BallotRejection.NOT_STAMPED;
import static vn.giaouoc.command.ballot.BallotRejection.NOT_TO_BE_STAMPED;
import static vn.giaouoc.command.ballot.BallotRejection.NO_BALLOT_BOX;
import static vn.giaouoc.command.ballot.BallotRejection.NO_KEY_DIRECTORY;
import static vn.giaouoc.command.ballot.BallotRejection.PAPER_MALFORMED;
import static vn.giaouoc.command.ballot.BallotRejection.PAPER_TOO_LONG;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import vn.giaouoc.command.Digests;
import vn.giaouoc.command.ballot.BallotBox.Label;
import vn.giaouoc.command.ballot.BallotBox.State;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.Question;
import vn.giaouoc.shared.poll.StampingKey;

/**
 * What a secret poll keeps outside the log while it is open: two keys in a directory, and a box in
 * the database. A poll begins with {@link #prepare}; each issued paper gets its {@link #stamp};
 * papers are {@link #cast}; and it ends with {@link #seal}, {@link #open} and {@link #destroy}, in
 * this order. Each of these may be repeated at any time, on any node, and does then what is left to
 * do; none is part of a transaction of its caller, but for {@link #keepOpen}.
 */
@Component
public class SecretBallots implements OpenBoxes {

  private final @Nullable KeyDirectory keys;
  private final BallotBox box;

  @Autowired
  SecretBallots(
      BallotSettings settings,
      @Qualifier("commandJdbcClient") JdbcClient database,
      @Qualifier("commandTransactionManager") PlatformTransactionManager transactions) {
    this(
        settings.keys().isBlank() ? null : KeyDirectory.at(Path.of(settings.keys())),
        new BallotBox(database, transactions));
  }

  SecretBallots(@Nullable KeyDirectory keys, BallotBox box) {
    this.keys = keys;
    this.box = box;
  }

  /**
   * The public halves of the keys of a poll, and how its papers look.
   *
   * @param stampingKey by which stamps are known
   * @param boxKey to which papers are sealed: the uncompressed point in base64url
   * @param paperLength how many bytes a paper has before it is sealed
   */
  public record Prepared(StampingKey stampingKey, String boxKey, int paperLength) {}

  /**
   * Makes keys and a box for a poll; if that was done before, tells what was made then.
   *
   * @param questions what is on its papers
   * @throws vn.giaouoc.command.Rejection.Rejected if no secret ballot can be held here
   */
  public Prepared prepare(PollId poll, List<Question> questions) {
    Optional<Label> before = box.label(poll);
    if (before.isEmpty()) {
      int length = Paper.length(questions);
      PAPER_TOO_LONG.unless(length <= Paper.LONGEST, poll.slug());
      List<String> indiscretions = box.indiscretions();
      DATABASE_NOTES_TOO_MUCH.unless(indiscretions.isEmpty(), String.join(", ", indiscretions));
      NO_KEY_DIRECTORY.unless(keys != null);
      // first the keys, then the box: where there is a box there were keys, and no others are made
      PollKeys made = directory().atOrNew(poll);
      box.set(poll, made.stamper().publicHalf(), base64(made.box().publicHalf()), length);
    }
    Label label = label(poll);
    return new Prepared(label.stamping(), label.boxKey(), label.paperLength());
  }

  /**
   * The stamp under a blinded token, the same for the same token. Who gets it is for the caller to
   * decide, and to record before.
   *
   * @param blinded in base64url
   * @return the blind signature in base64url
   * @throws vn.giaouoc.command.Rejection.Rejected if it cannot be stamped, or not any more
   */
  public String stamp(PollId poll, String blinded) {
    Label label = label(poll);
    byte[] token = blinded(label.stamping(), blinded);
    BOX_SEALED.unless(label.state() == State.OPEN, poll.slug());
    return base64(keys(poll).stamper().stamp(token));
  }

  /**
   * What stands for a blinded token in the record.
   *
   * @throws vn.giaouoc.command.Rejection.Rejected if it is none that the key can stamp
   */
  public static String digest(StampingKey key, String blinded) {
    return Digests.sha256(blinded(key, blinded));
  }

  private static byte[] blinded(StampingKey key, String blinded) {
    byte[] token = bytes(blinded);
    NOT_TO_BE_STAMPED.unless(token != null && key.canStamp(token));
    return Objects.requireNonNull(token);
  }

  /**
   * Puts a paper in the box. It is acknowledged if the very same is in already, also when the box
   * is sealed.
   *
   * @param token in base64url
   * @param stamp in base64url
   * @param sealed the encapsulated key and the ciphertext in base64url
   * @throws vn.giaouoc.command.Rejection.Rejected if it is not taken
   */
  public void cast(PollId poll, String token, String stamp, String sealed) {
    Label label = label(poll);
    StampedPaper paper =
        new StampedPaper(
            malformed(token, StampingKey.TOKEN_BYTES),
            malformed(stamp, label.stamping().length()),
            malformed(sealed, label.paperLength() + BoxKey.SEAL_BYTES));
    NOT_STAMPED.unless(label.stamping().hasStamped(paper.token(), paper.stamp()));
    switch (box.put(poll, paper)) {
      case TAKEN -> {}
      case ANOTHER_IS_IN -> ANOTHER_PAPER_RETURNED.unless(false);
      case TOO_LATE -> BOX_SEALED.unless(false, poll.slug());
    }
  }

  @Override
  public void keepOpen(PollId poll) {
    box.lockShared(poll);
    BOX_SEALED.unless(label(poll).state() == State.OPEN, poll.slug());
  }

  private static byte[] malformed(String text, int length) {
    byte[] bytes = bytes(text);
    PAPER_MALFORMED.unless(bytes != null && bytes.length == length);
    return Objects.requireNonNull(bytes);
  }

  /**
   * Seals the box of a poll: papers that are being taken are in it, and no further one will be.
   *
   * @throws vn.giaouoc.command.Rejection.Rejected if it has none
   */
  public void seal(PollId poll) {
    label(poll);
    box.seal(poll);
  }

  /**
   * Opens a sealed box. It says the same as often as it is opened.
   *
   * @param questions as it was prepared with
   * @param blankIsValid what the regulation says of a blank paper; null where it says nothing
   * @throws IllegalStateException if it is not sealed, or destroyed
   * @throws vn.giaouoc.command.Rejection.Rejected if its keys are not here
   */
  public Opened open(PollId poll, List<Question> questions, @Nullable Boolean blankIsValid) {
    Label label = label(poll);
    List<StampedPaper> papers = box.inIt(poll);
    return Opening.of(
        poll,
        questions,
        blankIsValid,
        label.stamping(),
        keys(poll).box(),
        label.paperLength(),
        papers);
  }

  /**
   * Destroys the keys of a poll, then what is in its box. Only the label of the box remains.
   *
   * @throws IllegalStateException if it is not sealed
   */
  public void destroy(PollId poll) {
    if (label(poll).state() == State.OPEN) {
      throw new IllegalStateException("The box of " + poll.slug() + " is open");
    }
    NO_KEY_DIRECTORY.unless(keys != null);
    directory().destroy(poll);
    box.destroy(poll);
  }

  /**
   * Looks whether what papers are sealed to can still be opened.
   *
   * @throws vn.giaouoc.command.Rejection.Rejected if its box is open, and its keys are not here
   */
  public void mustBeAbleToOpen(PollId poll) {
    if (label(poll).state() == State.OPEN) {
      keys(poll);
    }
  }

  /** Notes that the record tells that keys and box of a poll are destroyed. */
  public void told(PollId poll) {
    box.told(poll);
  }

  /** The polls that are not through with their boxes: they are open, or were interrupted. */
  public List<PollId> standing() {
    return box.standing();
  }

  /** Whether a poll has a box and is not through with it. */
  public boolean stands(PollId poll) {
    return box.label(poll).filter(label -> label.state() != State.TOLD).isPresent();
  }

  private Label label(PollId poll) {
    Optional<Label> label = box.label(poll);
    NO_BALLOT_BOX.unless(label.isPresent(), poll.slug());
    return label.get();
  }

  private PollKeys keys(PollId poll) {
    NO_KEY_DIRECTORY.unless(keys != null);
    Optional<PollKeys> here = directory().at(poll);
    KEYS_MISSING.unless(here.isPresent(), poll.slug());
    return here.get();
  }

  private KeyDirectory directory() {
    return Objects.requireNonNull(keys);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte @Nullable [] bytes(String base64) {
    try {
      return Base64.getUrlDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
