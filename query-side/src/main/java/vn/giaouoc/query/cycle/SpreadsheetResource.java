package vn.giaouoc.query.cycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Moment;
import vn.giaouoc.query.answer.Problem;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.answer.View;
import vn.giaouoc.query.bloc.BlocFold;
import vn.giaouoc.query.spreadsheet.Format;
import vn.giaouoc.query.spreadsheet.Table;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.spreadsheet.Form;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The answers about a cycle as spreadsheets, and forms to be filled in. They are read as the
 * answers are: of the same moment, for the same reader.
 */
@RestController
class SpreadsheetResource {

  private final Reading reading;
  private final CycleFold cycles;
  private final BlocFold blocs;
  private final StandingFold standings;
  private final Progresses progress;

  SpreadsheetResource(
      Reading reading,
      CycleFold cycles,
      BlocFold blocs,
      StandingFold standings,
      Progresses progress) {
    this.reading = reading;
    this.cycles = cycles;
    this.blocs = blocs;
    this.standings = standings;
    this.progress = progress;
  }

  /**
   * A form, filled in as far as it is known; it is sent back to the same address.
   *
   * @param party of which unit only, or {@code bloc} for the bloc itself
   */
  @GetMapping("/api/cycles/{cycle}/spreadsheets/{form}")
  ResponseEntity<byte[]> form(
      @PathVariable CycleId cycle,
      @PathVariable String form,
      Moment moment,
      @RequestParam(required = false) @Nullable String party,
      @RequestParam(defaultValue = "xlsx") String format) {
    Format as = Format.of(format, Format.XLSX, Format.CSV);
    Form known = Form.of(form).orElseThrow(() -> Problem.notRecorded("form:" + form));
    Table table =
        reading.at(
            moment,
            view -> {
              Cycle year = view.document(cycles, cycle).answer();
              LocalDate day = LocalDate.ofInstant(view.cut().applying(), When.ZONE);
              Cycle.Adopted adopted = Due.inForce(year, day);
              Regulation regulation = adopted == null ? null : adopted.regulation();
              return Templates.of(cycle, known, regulation, parties(year, party, view), view);
            });
    return as.file(known.code() + "-" + cycle.slug(), List.of(table));
  }

  /** Ranks with layers and points by content, to be printed. */
  @GetMapping(value = "/api/cycles/{cycle}/standing", params = "format")
  ResponseEntity<byte[]> standing(
      @PathVariable CycleId cycle, Moment moment, @RequestParam String format) {
    Format as = Format.of(format, Format.XLSX);
    return as.file(
        "xep-hang-" + cycle.slug(),
        reading.at(
            moment,
            view -> {
              Standing standing = view.document(standings, cycle).answer();
              return Exports.standing(view.answer(standing), view.facts(cycle));
            }));
  }

  /** Why a unit stands where it stands, to be printed. */
  @GetMapping(value = "/api/cycles/{cycle}/standing/{unit}", params = "format")
  ResponseEntity<byte[]> why(
      @PathVariable CycleId cycle,
      @PathVariable UnitId unit,
      @RequestParam(required = false) @Nullable Contest contest,
      Moment moment,
      @RequestParam String format) {
    Format as = Format.of(format, Format.XLSX);
    return as.file(
        "giai-trinh-" + unit.slug(),
        reading.at(
            moment,
            view -> {
              Standing standing = view.document(standings, cycle).answer();
              Why why =
                  Why.of(cycle, unit, contest, standing, view.facts(cycle, Why.RESTS_ON), view);
              return Exports.why(view.answer(why, List.of(why, unit)));
            }));
  }

  /** What was promised and reached, to be printed. */
  @GetMapping(value = "/api/cycles/{cycle}/progress", params = "format")
  ResponseEntity<byte[]> progress(
      @PathVariable CycleId cycle, Moment moment, @RequestParam String format) {
    Format as = Format.of(format, Format.XLSX);
    return as.file(
        "tien-do-" + cycle.slug(),
        reading.at(
            moment,
            view -> {
              Progress known = progress.of(cycle, view).answer();
              return Exports.progress(view.answer(known));
            }));
  }

  private List<@Nullable UnitId> parties(Cycle year, @Nullable String party, View view) {
    List<@Nullable UnitId> parties = new ArrayList<>();
    if (party == null) {
      if (year.bloc() != null) {
        view.find(blocs, year.bloc().slug())
            .ifPresent(bloc -> parties.addAll(DueResource.members(bloc.answer())));
      }
    } else if (party.equals("bloc")) {
      parties.add(null);
    } else {
      try {
        parties.add(UnitId.of(party));
      } catch (IllegalArgumentException e) {
        throw Problem.badParameter(
            "party", party, "Cần mã của một đơn vị, hoặc 'bloc'.", "The id of a unit, or 'bloc'.");
      }
    }
    return parties;
  }
}
