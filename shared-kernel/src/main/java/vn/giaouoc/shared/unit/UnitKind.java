package vn.giaouoc.shared.unit;

import vn.giaouoc.shared.Code;

/** What kind of body a unit is. */
public enum UnitKind implements Code {
  /** Ủy ban nhân dân: the authority over a province, district or commune. */
  PEOPLES_COMMITTEE,
  /** Ban (cơ quan chuyên trách) thi đua - khen thưởng. */
  EMULATION_BOARD,
  /** Sở, or a committee of the same standing (ban). */
  DEPARTMENT,
  /** A central agency's branch in the province, such as social insurance. */
  VERTICAL_AGENCY,
  /** A college or school. */
  SCHOOL,
  /** Any other public service unit: broadcaster, hospital, management board. */
  PUBLIC_SERVICE_UNIT,
  /** A mass organisation. */
  MASS_ORGANISATION,
  /** An enterprise. */
  ENTERPRISE,
  /** What none of these describes. */
  OTHER
}
