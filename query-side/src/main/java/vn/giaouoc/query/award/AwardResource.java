package vn.giaouoc.query.award;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.query.answer.Moment;
import vn.giaouoc.query.answer.Problem;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.fold.Document;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.award.AwardStatus;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.unit.UnitId;

/** Awards. */
@RestController
class AwardResource {

  private final Reading reading;
  private final AwardFold fold;

  AwardResource(Reading reading, AwardFold fold) {
    this.reading = reading;
    this.fold = fold;
  }

  /** Awards, by year of merit and id. */
  record Awards(List<Award> awards) {}

  @GetMapping("/api/awards")
  Answer<Awards> all(
      Moment moment,
      @RequestParam(required = false) @Nullable UnitId authority,
      @RequestParam(required = false) @Nullable UnitId province,
      @RequestParam(required = false) @Nullable Integer year,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable BlocId bloc) {
    if (status != null && Arrays.stream(AwardStatus.values()).noneMatch(is(status))) {
      String all =
          Arrays.stream(AwardStatus.values())
              .map(AwardStatus::code)
              .collect(Collectors.joining(", "));
      throw Problem.badParameter("status", status, "Có: " + all + ".", "There are: " + all + ".");
    }
    UnitId by = authority == null ? province : authority;
    Id narrowest = bloc == null ? by : bloc;
    return reading.at(
        moment,
        view ->
            view.answer(
                new Awards(
                    (narrowest == null ? view.all(fold) : view.all(fold, narrowest))
                        .stream()
                            .map(Document::answer)
                            .filter(award -> fits(award, by, year, status, bloc))
                            .sorted(
                                Comparator.comparingInt(AwardResource::year)
                                    .thenComparing(award -> award.award().slug()))
                            .toList())));
  }

  @GetMapping("/api/awards/{award}")
  Answer<Document<Award>> one(@PathVariable AwardId award, Moment moment) {
    return reading.at(moment, view -> view.answer(view.document(fold, award)));
  }

  private static boolean fits(
      Award award,
      @Nullable UnitId authority,
      @Nullable Integer year,
      @Nullable String status,
      @Nullable BlocId bloc) {
    Award.Proposal proposal = award.proposal();
    return proposal != null
        && (authority == null || authority.equals(proposal.authority().unit()))
        && (year == null || year == proposal.yearOfMerit())
        && (status == null || (award.status() != null && is(status).test(award.status())))
        && (bloc == null || bloc.equals(proposal.bloc()));
  }

  private static Predicate<AwardStatus> is(String code) {
    return status -> status.code().equals(code);
  }

  private static int year(Award award) {
    return award.proposal() == null ? 0 : award.proposal().yearOfMerit();
  }
}
