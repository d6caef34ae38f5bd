package vn.giaouoc.query.unit;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.answer.View;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.unit.UnitId;

/** What other contexts may ask of units. */
@Component
public class Units {

  private final UnitFold fold;

  Units(UnitFold fold) {
    this.fold = fold;
  }

  /**
   * The blocs in which a unit is or was a member, as far as events that name it tell: whether it
   * still is, the bloc itself knows.
   */
  public List<BlocId> blocsOf(UnitId unit, View view) {
    return view.find(fold, unit.slug()).stream()
        .flatMap(document -> document.answer().blocs().stream())
        .map(Unit.Membership::bloc)
        .distinct()
        .toList();
  }
}
