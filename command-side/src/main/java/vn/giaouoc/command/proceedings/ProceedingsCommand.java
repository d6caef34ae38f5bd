package vn.giaouoc.command.proceedings;

import java.util.List;
import org.axonframework.commandhandling.RoutingKey;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.proceedings.ProceedingsId;
import vn.giaouoc.shared.proceedings.Remark;
import vn.giaouoc.shared.time.When;

/** What can be asked about history recorded later. */
sealed interface ProceedingsCommand {

  /** The stream of the proceedings, whose node takes the command. */
  @RoutingKey
  String stream();

  /**
   * Records what a file tells, all of it or nothing.
   *
   * @param digest SHA-256 of the file, in hexadecimal
   * @param dryRun whether only to say what would be recorded
   * @param today the day on which it is recorded
   */
  record RecordProceedings(
      ProceedingsFile file, String digest, boolean dryRun, When today, Actor actor)
      implements ProceedingsCommand {

    @Override
    public String stream() {
      return file.proceedings().stream();
    }
  }

  /** Takes back all that a record told. */
  record WithdrawProceedings(ProceedingsId proceedings, String reason, When today, Actor actor)
      implements ProceedingsCommand {

    @Override
    public String stream() {
      return proceedings.stream();
    }
  }

  /** What became of a file. */
  enum Outcome implements Code {
    RECORDED,
    ALREADY_RECORDED,
    WOULD_BE_RECORDED
  }

  /** What became of one of its facts. */
  enum FactOutcome implements Code {
    NEW,
    CONFIRMED
  }

  /**
   * The result of a recording.
   *
   * @param version the version of the proceedings stream after it
   */
  record Recorded(
      ProceedingsId proceedings,
      int recording,
      Outcome outcome,
      List<RecordedFact> facts,
      long version) {}

  /** One fact of it. */
  record RecordedFact(
      int line,
      String stream,
      String type,
      String sentence,
      FactOutcome outcome,
      List<Remark> remarks) {}
}
