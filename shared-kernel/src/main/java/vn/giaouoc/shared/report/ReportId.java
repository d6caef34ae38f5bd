package vn.giaouoc.shared.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Slug;

/** Names a bloc's report at one stage of a cycle. */
public record ReportId(@JsonValue String slug) implements Id {

  /** Refuses what has not the form of a {@link Slug}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ReportId {
    Slug.checked(slug);
  }

  /** The id with this slug. */
  public static ReportId of(String slug) {
    return new ReportId(slug);
  }

  @Override
  public String kind() {
    return "report";
  }
}
