package vn.giaouoc.command.mail;

import vn.giaouoc.shared.unit.UnitId;

/**
 * A mail to a unit. To which address is seen when it is sent.
 *
 * @param key what it is known by, so that none is written twice: the event and the unit
 * @param unit to whom
 * @param subject its subject
 * @param body its text
 */
record Mail(String key, UnitId unit, String subject, String body) {}
